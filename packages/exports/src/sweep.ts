import * as Outbox from "@spec-wizard/core/outbox"
import { queue as deps } from "./deps.ts"

/** Every minute: what waits in the outbox and was lost on its way is enqueued again. */
export const handler = (): Promise<void> => Outbox.sweep(deps)
