/** Everything the chat waits for, in milliseconds. Changed in tests; the defaults are the protocol's. */
export type Timing = {
  /** How often "what have I missed?" is asked while a reply runs, and otherwise. */
  syncTurnMs: number
  syncIdleMs: number
  /** A gap that has not closed by itself after this is asked about at once. */
  gapMs: number
  /** A socket that owes a frame for so long is dead (half-open). */
  answerMs: number
  /** A message without `ack` for so long is sent again, unchanged. */
  ackMs: number
  /** The first try after a loss comes within this. */
  quickMs: number
  /** Later tries come somewhere within this, until a `welcome` has said otherwise. */
  spreadMs: number
  /** A connection that lived for so long makes the next first try quick again. */
  stableMs: number
  /** A hidden page gives its connection back after this. */
  hiddenMs: number
  /** The gateway ends a connection after 2 h; it is replaced somewhere between these. */
  rotateFromMs: number
  rotateToMs: number
  /** 0 ≤ x < 1 */
  random: () => number
}

const MINUTE = 60_000

export const DEFAULT: Timing = {
  syncTurnMs: 5_000,
  syncIdleMs: 25_000,
  gapMs: 250,
  answerMs: 10_000,
  ackMs: 10_000,
  quickMs: 500,
  spreadMs: 40_000,
  stableMs: 10_000,
  hiddenMs: 5 * MINUTE,
  rotateFromMs: 105 * MINUTE,
  rotateToMs: 115 * MINUTE,
  random: Math.random,
}
