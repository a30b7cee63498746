import { iso } from "@spec-wizard/core/clock"
import { queues as definitions, stream } from "@spec-wizard/infra/functions"
import type { MovableClock } from "./clock.ts"
import type { Queues } from "./engine/sqs.ts"
import { Stream } from "./engine/stream.ts"
import { StreamDelivery } from "./engine/stream-delivery.ts"
import { StreamPlace } from "./engine/stream-place.ts"
import { TABLE_NAME } from "./environment.ts"
import { definitionOf, type FunctionName, NAMES } from "./functions.ts"
import type { Lambda } from "./lambda.ts"
import { dailyAt, every, startSchedule, type Timetable } from "./schedule.ts"
import { subscribe } from "./subscription.ts"

export type Triggers = {
  /** Has the stream told as far as it goes. */
  tell(): Promise<void>
  /** How far each of its shards was told to everybody; undefined when nothing was, yet. */
  told(): Record<string, string> | undefined
  stop(): void
}

/** Whatever calls functions without being asked, as `infra/functions.ts` has it: schedules, queues and the table's stream. */
export function startTriggers(options: {
  clock: MovableClock
  lambda: Lambda
  queues: Queues
  /** What a minute is for those that come every minute. */
  minuteMs: number
  /** Where the table is. */
  dynamodb: string
  dataDir?: string | undefined
}): Triggers {
  const { clock, lambda, queues, minuteMs, dynamodb, dataDir } = options
  const timetables = { "rate(1 minute)": every(minuteMs), "cron(0 2 * * ? *)": dailyAt(2) } satisfies Record<
    string,
    Timetable
  >
  const listen = (functionName: FunctionName) => {
    const delivery = new StreamDelivery({
      stream: new Stream(dynamodb, TABLE_NAME),
      lambda,
      places: new StreamPlace(dataDir),
      to: { functionName, ...stream },
    })
    void delivery.run()
    return delivery
  }
  const deliveries = NAMES.filter((name) => definitionOf(name).stream).map(listen)
  const started = NAMES.flatMap((functionName) => {
    const { schedule, queue } = definitionOf(functionName)
    const call = () => lambda.enqueue(functionName, JSON.stringify(scheduledEvent()))
    return [
      schedule && startSchedule(clock, timetables[schedule], call),
      queue && subscribe({ queues, queue, definition: definitions[queue], lambda, functionName }),
    ].filter((trigger) => trigger !== undefined)
  })
  return {
    async tell() {
      for (const delivery of deliveries) await delivery.deliver()
    },
    told: () => deliveries[0]?.told, // the only one that listens
    stop() {
      for (const trigger of [...started, ...deliveries]) trigger.stop()
    },
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html */
const scheduledEvent = () => ({
  source: "aws.events",
  "detail-type": "Scheduled Event",
  time: iso(Date.now()),
  detail: {},
})
