import type { Line, Message } from "./run.ts"

/** Where a phrase stands in what the visitor said; in UTF-16 units. */
export type Span = { messageId: string; start: number; end: number; phrase: string }

/** A quote stands in lines that hold this much of it. */
export const ENOUGH = 0.6

/** The first place. @throws when nobody said it: then the key is wrong, or the conversation was another. */
export function spanOf(visitor: readonly Message[], phrase: string): Span {
  for (const { id, text } of visitor) {
    const start = text.indexOf(phrase)
    if (start >= 0) return { messageId: id, start, end: start + phrase.length, phrase }
  }
  throw new Error(`nobody said: ${phrase}`)
}

/** The share of it that the lines' quotes hold together. */
export function held({ messageId, start, end }: Span, lines: readonly Line[]): number {
  const seen = new Uint8Array(end - start)
  for (const source of lines.flatMap(({ sources }) => sources))
    if (source.messageId === messageId) seen.fill(1, Math.max(0, source.start - start), Math.max(0, source.end - start))
  return seen.reduce((total, one) => total + one, 0) / seen.length
}

export const holds = (span: Span, lines: readonly Line[]): boolean => held(span, lines) >= ENOUGH
