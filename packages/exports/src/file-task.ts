import * as Outbox from "@spec-wizard/core/outbox"
import * as z from "zod/mini"

/** The tasks of which a file is to be made: `Export` is told of them, `Render` does them. */
export const FileTask = z.discriminatedUnion("kind", [Outbox.ExportTask, Outbox.PrintTask])
export type FileTask = z.infer<typeof FileTask>
