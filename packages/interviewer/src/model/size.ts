/** Of an answer to a short message: a few sentences and some lines. */
const LEAST = 4_000
/** A call that says more takes longer than anybody waits. */
const MOST = 12_000
/** A brief of a thousand characters has come to three thousand tokens of lines. */
const A_CHARACTER = 3

/** Tokens that an answer to a message of so many characters may take; what does not fit is gone on with in another call. */
export const tokensFor = (characters: number): number =>
  Math.min(MOST, Math.max(LEAST, 1_000 + characters * A_CHARACTER))
