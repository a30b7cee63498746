import { setTimeout as delay } from "node:timers/promises"

/** Between two looks: soon at first, for most of what is waited for is about to happen, then seldom enough to leave the machine to it. */
const [SOON_MS, SELDOM_MS] = [2, 50]

/** Waits for what happens outside this process; the test's own timeout is the limit. A condition that throws does not hold yet. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const holds = async () => await condition()
  for (let pauseMs = SOON_MS; !(await holds().catch(() => false)); pauseMs = Math.min(SELDOM_MS, pauseMs * 1.5))
    await delay(pauseMs)
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Nothing when there is no such process, or no longer. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // it has ended by itself
  }
}
