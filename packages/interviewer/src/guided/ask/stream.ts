/** Waits between two pieces; injected so that a test need not. Resolves early when the signal aborts. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>

const WORDS_A_PIECE = 2
/** A word of prose is about 1.4 tokens for the models whose pace this imitates. */
const TOKENS_A_WORD = 1.4

/** Cuts a text as a model would hand it over: the first piece at once, then about `tokensPerSecond`. Joined, the pieces are the text. */
export async function* stream(
  text: string,
  tokensPerSecond: number,
  delay: Delay,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const ms = tokensPerSecond > 0 ? (WORDS_A_PIECE * TOKENS_A_WORD * 1000) / tokensPerSecond : 0
  for (const [at, [piece]] of [...text.matchAll(PIECE)].entries()) {
    if (at > 0 && ms > 0) await delay(ms, signal)
    if (signal.aborted) return
    yield piece
  }
}

const PIECE = new RegExp(`(?:\\S+\\s*){1,${WORDS_A_PIECE}}|\\s+`, "g")

export const wait: Delay = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener("abort", done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener("abort", done, { once: true })
  })
