import { once } from "node:events"
import { DatabaseSync } from "node:sqlite"
import { Worker } from "node:worker_threads"
import * as z from "zod/mini"

/** Up to which of its numbers each shard of the stream was told: what comes before is nobody's any more. */
export const Wiping = z.object({ file: z.string(), told: z.record(z.string(), z.string()) })
export type Wiping = z.infer<typeof Wiping>

const PATIENCE_MS = 5_000
const AGAIN_MS = 20
const TOLD = "shard_id = ? AND CAST(sequence_number AS INTEGER) <= CAST(? AS INTEGER)"
/** Its place stays, for the next one counts on from it. */
const IS_LAST = "id IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)"

/**
 * Leaves nothing in the tables' files of rows that were removed. The engine marks their bytes as free, keeps them in the write-ahead log, and
 * once more in its stream; so what was told loses its images, the file is written anew without what is free, and the log is emptied. The
 * stream's records of a removal go last: while one is there, a process that was killed in between begins again.
 * @throws when others kept the file busy; nothing is lost by doing it again
 */
export function wipe({ file, told }: Wiping): void {
  const database = new DatabaseSync(file)
  const shards = Object.entries(told)
  const forEach = (statement: string) => {
    for (const [shard, number] of shards) database.prepare(statement).run(shard, number)
  }
  const removals = `SELECT 1 FROM _stream_records WHERE event_name = 'REMOVE' AND ${TOLD} LIMIT 1`
  try {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}; PRAGMA secure_delete = ON`)
    const isDirty = shards.some(([shard, number]) => database.prepare(removals).get(shard, number) !== undefined)
    if (isDirty) {
      forEach(`UPDATE _stream_records SET new_image = NULL, old_image = NULL WHERE ${TOLD}`)
      database.exec("VACUUM")
    }
    emptyLog(database)
    if (isDirty) {
      forEach(`DELETE FROM _stream_records WHERE ${TOLD} AND NOT ${IS_LAST}`)
      forEach(`UPDATE _stream_records SET event_name = 'MODIFY' WHERE ${TOLD} AND ${IS_LAST}`)
    }
  } finally {
    database.close()
  }
}

/** While the engine writes much it empties the log itself time and again, for which SQLite lets nobody wait. */
function emptyLog(database: DatabaseSync): void {
  for (const startedAt = performance.now(); performance.now() - startedAt < PATIENCE_MS; pause(AGAIN_MS))
    if (database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] === 0) return
  throw new Error("the log could not be emptied")
}

const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** The same beside what runs, for a large file takes a second. */
export async function wiped(wiping: Wiping): Promise<void> {
  const worker = new Worker(new URL("./wipe-thread.ts", import.meta.url), { workerData: wiping })
  await once(worker, "exit") // rejects with what the thread threw
}
