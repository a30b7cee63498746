import { performance } from "node:perf_hooks"

const out = process.stderr

/**
 * Says that something is under way, and how long it took. On a terminal in one line that is rewritten every second, elsewhere in a line at
 * the start, one every ten seconds and one at the end.
 */
export async function during<T>(what: string, work: Promise<T>): Promise<T> {
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1000
  const now = () => say(`${what} … ${Math.round(elapsed())} s`)
  say(`${what} …`)
  const timer = setInterval(now, out.isTTY ? 1_000 : 10_000)
  try {
    const result = await work
    say(`${what}: ${elapsed().toFixed(1)} s`)
    return result
  } finally {
    clearInterval(timer)
    if (out.isTTY) out.write("\n")
  }
}

/** `\r\x1b[K`: from the line's beginning, over what stood there. */
const say = (line: string) => out.write(out.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
