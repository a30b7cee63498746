/** Waits for what happens outside this process; the test's own timeout is the limit. A condition that throws does not hold yet. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const holds = async () => await condition()
  while (!(await holds().catch(() => false))) await new Promise(setImmediate)
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
