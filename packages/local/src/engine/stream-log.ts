import { DatabaseSync } from "node:sqlite"

/** As long as DynamoDB keeps a stream's records. */
const KEPT_MS = 86_400_000
const PATIENCE_MS = 5_000

/**
 * Makes the engine's stream fit for use. For every write it looks for the highest number in the log, by reading all of it, and it never
 * removes anything: so the log gets an index, and loses what is older than a day. Its last row stays, for the next one counts on from it.
 */
export function tidyStreamLog(file: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
    database.exec(
      "CREATE INDEX IF NOT EXISTS ix_stream_max ON _stream_records(table_name, CAST(sequence_number AS INTEGER))",
    )
    database
      .prepare(
        "DELETE FROM _stream_records WHERE created_at < ? AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)",
      )
      .run(Math.floor((Date.now() - KEPT_MS) / 1000))
  } finally {
    database.close()
  }
}
