import type * as ClientFrame from "../protocol/client-frame.ts"
import { isHashed } from "../secret/hash.ts"
import type { Provider, Settings } from "../settings.ts"
import { KeyRefusedError } from "./error.ts"
import type { Stored } from "./item.ts"

export type Key = NonNullable<ClientFrame.SendMessage["key"]>

/**
 * What a visitor's own key makes of a turn; the key itself is not kept. The owner's, known by its hash, gets a second stage.
 * @throws {KeyRefusedError} for a provider that is not allowed, or not known
 */
export function keyed(settings: Settings, key: Key | undefined): Pick<Stored, "isKeyed" | "stages"> {
  if (!key) return {}
  if (!isAllowed(settings, key.provider)) throw new KeyRefusedError()
  return { isKeyed: true, ...(isHashed(key.apiKey, settings.ownerKeyHash) && { stages: 2 }) }
}

export const isAllowed = ({ providers }: Settings, name: string): name is Provider =>
  providers.some((one) => one === name)
