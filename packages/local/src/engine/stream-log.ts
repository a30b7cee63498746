import { DatabaseSync } from "node:sqlite"
import * as log from "@spec-wizard/core/log"

/** As long as DynamoDB keeps a stream's records. */
const KEPT_SECONDS = 86_400
const PATIENCE_MS = 5_000
const NOT_LAST = "id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)"

/**
 * Makes the engine's stream fit for use. For every write it looks for the highest number in the log, by reading all of it, and it never
 * removes anything: so the log gets an index, and loses what is older than a day. Its last row stays, for the next one counts on from it.
 */
export function tidyStreamLog(file: string): void {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
    database.exec(
      "CREATE INDEX IF NOT EXISTS ix_stream_max ON _stream_records(table_name, CAST(sequence_number AS INTEGER))",
    )
    // By the engine's clock, which no test moves.
    database.exec(`DELETE FROM _stream_records WHERE created_at < unixepoch() - ${KEPT_SECONDS} AND ${NOT_LAST}`)
  } catch (error) {
    log.warn("stream.untidy", {}, error) // slower, and no worse
  } finally {
    database?.close()
  }
}
