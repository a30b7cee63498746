import * as Recover from "@spec-wizard/core/turn/recover"
import { deps } from "./deps.ts"

/** Every minute: takes care of turns that no worker and no client takes care of. */
export const handler = (): Promise<void> => Recover.sweep(deps)
