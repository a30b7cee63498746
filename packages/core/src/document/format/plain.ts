import { clean } from "../../text.ts"

/**
 * Anybody's words on one line: without control, bidirectional and tag characters, without line breaks. What is left is what a reader sees.
 * `…` stands for a text of which nothing is left, so that no line ends in nothing.
 */
export const plain = (text: string): string => clean(text.replace(BREAKS, " ")).replace(/ {2,}/g, " ").trim() || "…"

/** Everything that some reader or parser ends a line at, and the byte order mark. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029\uFEFF]/g
