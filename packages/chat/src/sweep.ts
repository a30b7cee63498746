import * as Budget from "@spec-wizard/core/budget"
import * as Silent from "@spec-wizard/core/connection/silent"
import * as Recover from "@spec-wizard/core/turn/recover"
import { deps } from "./deps.ts"

/** Every minute: turns that no worker and no client takes care of, the money of those that died, and connections that say no hello. */
export const handler = async (): Promise<void> => {
  await Recover.sweep(deps)
  await Budget.sweep(deps)
  await Silent.sweep(deps)
}
