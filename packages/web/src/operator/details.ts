import type { Operator } from "@spec-wizard/client"

/** All that the owner sees of a submission. */
export type Details = Awaited<ReturnType<Operator["submissions"]["get"]>>["submission"]
