import type { MovableClock } from "./clock.ts"

/** Tells after a time, in epoch milliseconds, when the next call is due. */
export type Timetable = (after: number) => number

export const every =
  (intervalMs: number): Timetable =>
  (after) =>
    after + intervalMs

/** Once a day, at this hour in UTC. */
export const dailyAt =
  (hour: number): Timetable =>
  (after) => {
    const due = new Date(after).setUTCHours(hour, 0, 0, 0)
    return due > after ? due : due + 86_400_000
  }

/** Calls `work` by a timetable of the movable clock. Moving the clock past a call, or past many, makes it at once, once. */
export function startSchedule(clock: MovableClock, next: Timetable, work: () => void): { stop(): void } {
  let dueAt = next(Date.now())
  let timer: NodeJS.Timeout

  const wait = () => {
    const now = Date.now()
    dueAt = Math.min(dueAt, next(now)) // the machine's own clock may have been put back
    clearTimeout(timer)
    timer = setTimeout(check, Math.max(0, dueAt - now))
  }
  const check = () => {
    const now = Date.now()
    if (now >= dueAt) {
      dueAt = next(now)
      work()
    }
    wait()
  }
  wait()
  const forget = clock.onMove(check)
  return {
    stop() {
      forget()
      clearTimeout(timer)
    },
  }
}
