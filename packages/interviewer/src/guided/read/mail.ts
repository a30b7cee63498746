import type { Act } from "@spec-wizard/core/protocol/turn"
import type { Lexicon } from "../languages/language.ts"
import type { Line } from "./lines.ts"
import { entire, phrase } from "./phrase.ts"

/** A signature has at most so many lines, none of them longer than this. */
const MAX_LINES = 8
const MAX_LENGTH = 90

/** Lines that are a mail's frame: who wrote to whom, and the signature. By the number of the line. */
export function letterEnds(text: string, lines: readonly Line[], { acts }: Lexicon): Map<number, Act> {
  const found = new Map<number, Act>()
  const farewell = entire(acts.farewell)
  const isField = (at: number) => {
    const line = lines[at]
    return (
      line && entire(acts.field).test(/^[^:]{1,20}(?=:\s)/.exec(text.slice(line.start, line.end))?.[0].trim() ?? "")
    )
  }
  for (const [at, line] of lines.entries()) {
    const said = text.slice(line.start, line.end)
    const isHeader = /[:：]$/.test(said) && said.length < 160 && phrase(acts.wrote).test(said)
    const there = entire(acts.present).test(said.split(/\s?:\s/)[0] ?? "") ? said.split(/:\s/)[1] : undefined
    if (
      isHeader ||
      (there && /^(?:\p{Lu}[^,;.]{0,40}(?:[,;.]\s?|$)){2,}$/u.test(there)) ||
      (isField(at) && (isField(at - 1) || isField(at + 1))) ||
      /^-{2,}\s?(?:\p{L}+\s){1,3}-{2,}$/u.test(said)
    )
      found.set(at, "mail_header")
    if (at === 0 || line.mark?.bullet || !(/^--\s?$/.test(said) || farewell.test(said.replace(/[,.!]+$/, "")))) continue
    for (let end = at; end < lines.length && end - at < MAX_LINES; end++) {
      const one = lines[end]
      const words = one ? text.slice(one.start, one.end) : ""
      if (
        !one ||
        one.isQuoted !== line.isQuoted ||
        words.length > MAX_LENGTH ||
        one.mark?.bullet ||
        (end > at && phrase(acts.wrote).test(words))
      )
        break
      if (end > at + 1 && one.isApart) break
      found.set(end, "signature")
    }
  }
  return found
}
