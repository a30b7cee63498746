import { maintain } from "@spec-wizard/core/lifecycle/maintain"
import { deps } from "./deps.ts"

/** Every night at 02:00 UTC: reminders, what has expired, and what a restore brought back. */
export const handler = (): Promise<void> => maintain(deps)
