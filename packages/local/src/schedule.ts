import type { MovableClock } from "./clock.ts"

/** Calls `work` every `intervalMs` of the movable clock. Moving the clock past the next call makes it at once, once. */
export function startSchedule(clock: MovableClock, intervalMs: number, work: () => void): { stop(): void } {
  let dueAt = Date.now() + intervalMs
  let timer: NodeJS.Timeout

  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(check, Math.max(0, Math.min(dueAt - Date.now(), intervalMs)))
  }
  const check = () => {
    if (Date.now() >= dueAt) {
      dueAt = Date.now() + intervalMs
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
