import { plain } from "./gist.ts"
import type { Language } from "./read/language.ts"
import { isSmall } from "./read/language.ts"
import { fold } from "./read/token.ts"
import { words } from "./read/words.ts"

const MAX = 120
const WORD = /[\p{L}\p{M}'’]+|[^\p{L}\p{M}'’]+/gu

/**
 * The visitor's sentence as the other side would say it: "we must not take more" becomes "you must not take more". Undefined when it is
 * too long, holds markup, or has a word that cannot be turned without knowing grammar.
 */
export function mirrored(text: string, language: Language): string | undefined {
  if (text.length > MAX || text.includes("?") || /[!:]./.test(text) || plain(text) !== text) return undefined
  const { swap, endings, refuse } = words(language).lexicon.mirror
  const refused = new Set(refuse.split(" "))
  let turned = ""
  let sinceSubject = Number.POSITIVE_INFINITY
  for (const [piece] of text.matchAll(WORD)) {
    const lower = piece.toLowerCase().replaceAll("’", "'")
    if (!/^[\p{L}]/u.test(piece)) {
      turned += piece
      continue
    }
    if (refused.has(lower)) return undefined
    const other = Object.hasOwn(swap, lower) ? swap[lower] : undefined
    const ending =
      sinceSubject <= 2 ? endings.find(([from]) => lower.endsWith(from) && lower.length > from.length) : undefined
    if (other !== undefined) sinceSubject = 0
    sinceSubject++
    if (other !== undefined) turned += other
    else turned += ending ? piece.slice(0, -ending[0].length) + ending[1] : piece
  }
  return lowered(turned, language).replace(/[.!\s]{0,9}$/, "")
}

/** As it is written inside a sentence. Names and German nouns keep their capital, so only small words lose it. */
export function lowered(text: string, language: Language): string {
  const first = /^[\p{L}'’]+/u.exec(text)?.[0] ?? ""
  const begin = fold(first).split(/['’]/)[0] ?? ""
  return isSmall(language, begin) && !KEPT.has(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** The German polite forms are capitals anywhere. */
const KEPT = new Set(["Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen", "Ihres"])
