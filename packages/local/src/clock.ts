/**
 * The movable clock of this process: `Date.now()` and `new Date()` run ahead of real time by an offset, so that a test can pass a lease,
 * an expiry or a schedule without waiting. Timers and `performance.now()` stay real. The offset is kept nowhere: a restart is back on time.
 */
export type MovableClock = {
  offsetMs(): number
  advance(ms: number): void
  /** Called after each move; returns the way to stop being called. */
  onMove(listener: (offsetMs: number) => void): () => void
  /** Gives the process its real clock back. */
  uninstall(): void
}

export function installClock(startOffsetMs = 0): MovableClock {
  const RealDate = globalThis.Date
  const realNow = RealDate.now
  const listeners = new Set<(offsetMs: number) => void>()
  let offsetMs = startOffsetMs

  const now = () => realNow() + offsetMs
  const MovedDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
  })
  globalThis.Date = MovedDate
  RealDate.prototype.constructor = MovedDate

  return {
    offsetMs: () => offsetMs,
    advance(ms) {
      offsetMs += ms
      for (const listener of listeners) listener(offsetMs)
    },
    onMove(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    uninstall() {
      globalThis.Date = RealDate
      RealDate.prototype.constructor = RealDate
    },
  }
}
