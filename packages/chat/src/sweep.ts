import * as Budget from "@spec-wizard/core/budget"
import * as Recover from "@spec-wizard/core/turn/recover"
import { deps } from "./deps.ts"

/** Every minute: turns that no worker and no client takes care of, and the money of those that died. */
export const handler = async (): Promise<void> => {
  await Recover.sweep(deps)
  await Budget.sweep(deps)
}
