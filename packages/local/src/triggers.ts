import { iso } from "@spec-wizard/core/clock"
import { queues as definitions } from "@spec-wizard/infra/functions"
import type { MovableClock } from "./clock.ts"
import type { Queues } from "./engine/sqs.ts"
import { definitionOf, NAMES } from "./functions.ts"
import type { Lambda } from "./lambda.ts"
import { dailyAt, every, startSchedule, type Timetable } from "./schedule.ts"
import { subscribe } from "./subscription.ts"

/** Whatever calls functions without being asked, as `infra/functions.ts` has it: schedules and queues. */
export function startTriggers(options: {
  clock: MovableClock
  lambda: Lambda
  queues: Queues
  /** What a minute is for those that come every minute. */
  minuteMs: number
}): { stop(): void } {
  const { clock, lambda, queues, minuteMs } = options
  const timetables = { "rate(1 minute)": every(minuteMs), "cron(0 2 * * ? *)": dailyAt(2) } satisfies Record<
    string,
    Timetable
  >
  const started = NAMES.flatMap((functionName) => {
    const { schedule, queue } = definitionOf(functionName)
    const call = () => lambda.enqueue(functionName, JSON.stringify(scheduledEvent()))
    return [
      schedule && startSchedule(clock, timetables[schedule], call),
      queue && subscribe({ queues, queue, definition: definitions[queue], lambda, functionName }),
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
