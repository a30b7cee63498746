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
}): { stop(): void } {
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
  const started = NAMES.flatMap((functionName) => {
    const { schedule, queue, stream: hears } = definitionOf(functionName)
    const call = () => lambda.enqueue(functionName, JSON.stringify(scheduledEvent()))
    return [
      schedule && startSchedule(clock, timetables[schedule], call),
      queue && subscribe({ queues, queue, definition: definitions[queue], lambda, functionName }),
      hears && listen(functionName),
    ].filter((trigger) => trigger !== undefined)
  })
  return {
    stop() {
      for (const trigger of started) trigger.stop()
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
