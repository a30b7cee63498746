import { createHash } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import * as log from "@spec-wizard/core/log"
import * as z from "zod/mini"
import type { Lambda, Outcome } from "../lambda.ts"
import type { Record, Stream } from "./stream.ts"
import type { Place, StreamPlace } from "./stream-place.ts"

/** What the function may answer: where it got stuck. */
const Report = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/** Between two looks at the stream. */
const LOOK_MS = 1_000
/** So long after a function was started, it may still have written something. What comes later waits for the next one that starts. */
const TRAFFIC_MS = 10_000

/** A function as it is called: so many records at most, and so many more tries for what it cannot deal with. */
export type Delivering = { functionName: string; batchSize: number; retries: number }

/**
 * Lambda's event source mapping for a table's stream: a function is called with what has changed, in order and at least once. A batch that
 * fails comes again by halves; a record that fails by itself is left out in the end, so that it does not stop the others.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export class StreamDelivery {
  readonly #stream: Stream
  readonly #lambda: Lambda
  readonly #places: StreamPlace
  readonly #to: Delivering
  readonly #stopping = new AbortController()
  #place: Place | undefined
  /** For a batch that failed: how much of it is tried now, and how often the first record alone was. */
  #size: number
  #tries = 0
  #delivering: Promise<void> | undefined

  constructor(options: { stream: Stream; lambda: Lambda; places: StreamPlace; to: Delivering }) {
    this.#stream = options.stream
    this.#lambda = options.lambda
    this.#places = options.places
    this.#to = options.to
    this.#size = options.to.batchSize
  }

  /** Looks every second, as long as there is traffic. */
  async run(): Promise<void> {
    let [started, quietAt] = [-1, 0]
    for (;;) {
      await delay(LOOK_MS, undefined, { ref: false, signal: this.#stopping.signal }).catch(() => {})
      if (this.#stopping.signal.aborted) return
      const now = this.#started()
      if (now !== started || this.#isStuck) quietAt = performance.now() + TRAFFIC_MS
      started = now
      if (performance.now() < quietAt)
        await this.deliver().catch((error) => {
          if (!this.#stopping.signal.aborted) log.warn("stream.unread", {}, error)
        })
    }
  }

  /** All that is there now, up to where the function fails. */
  deliver(): Promise<void> {
    this.#delivering ??= this.#deliver().finally(() => (this.#delivering = undefined))
    return this.#delivering
  }

  /** Up to where each shard was dealt with; undefined before the first look. */
  get told(): Place["after"] | undefined {
    return this.#place?.after
  }

  async #deliver(): Promise<void> {
    const arn = await this.#stream.arn() // an engine that began anew has another stream
    if (arn === undefined) return
    const place = this.#place?.arn === arn ? this.#place : await this.#begin(arn)
    this.#place = place
    for (const shard of await this.#stream.shards(arn)) while (await this.#step(arn, shard, place));
  }

  stop(): void {
    this.#stopping.abort()
  }

  /** True when there may be more to do at once. */
  async #step(arn: string, shard: string, place: Place): Promise<boolean> {
    const records = await this.#stream.read(arn, shard, place.after[shard], this.#size)
    if (records.length === 0 || this.#stopping.signal.aborted) return false
    const outcome = await this.#lambda.invoke(this.#to.functionName, eventOf(arn, records))
    const failed = failedAt(outcome, records)
    const done = failed === undefined ? records.length : failed > 0 ? failed : this.#givenUp(records.length)
    if (done > 0) {
      this.#size = failed === undefined ? this.#to.batchSize : this.#size
      this.#tries = 0
      const last = records[done - 1]?.dynamodb.SequenceNumber
      if (last !== undefined) place.after[shard] = last
      await this.#places.write(place)
    }
    return failed === undefined
  }

  /** Nothing of a batch was dealt with: the next try is half of it. How many records are left out, which is one at most. */
  #givenUp(length: number): 0 | 1 {
    this.#size = Math.ceil(length / 2)
    if (length > 1 || this.#tries++ < this.#to.retries) return 0
    log.error("stream.record_left_out", { function: this.#to.functionName.toLowerCase() })
    return 1
  }

  get #isStuck() {
    return this.#size < this.#to.batchSize || this.#tries > 0
  }

  async #begin(arn: string): Promise<Place> {
    const kept = await this.#places.read()
    return kept?.arn === arn ? kept : { arn, after: {} }
  }

  /** All functions that were started but this one, whose own writes are no news to it. */
  #started(): number {
    const all = Object.entries(this.#lambda.invocations)
    return all.reduce((total, [name, count]) => (name === this.#to.functionName ? total : total + count), 0)
  }
}

/** Ids as DynamoDB's are: alike in no two streams. @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
const eventOf = (arn: string, records: Record[]) => ({
  Records: records.map((record) => ({
    ...record,
    eventID: createHash("md5").update(`${arn} ${record.dynamodb.SequenceNumber}`).digest("hex"),
    awsRegion: "us-east-1",
    eventSourceARN: arn,
  })),
})

/** The place of the first record that was not dealt with. A report that cannot be read, or names another one, is a failure of all. */
function failedAt(outcome: Outcome, records: Record[]): number | undefined {
  if (!outcome.ok) return 0
  const answer: unknown = JSON.parse(outcome.payload)
  if (typeof answer !== "object" || answer === null) return undefined
  const report = Report.safeParse(answer)
  if (!report.success) return 0
  const places = report.data.batchItemFailures.map(({ itemIdentifier: id }) =>
    Math.max(
      0,
      records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id),
    ),
  )
  return places.length > 0 ? Math.min(...places) : undefined
}
