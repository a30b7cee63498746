import { phrases } from "../phrase/phrases.ts"
import type { Language } from "../read/language.ts"
import type { Found } from "../read/quantity.ts"
import { fold, type Token } from "../read/token.ts"
import { words } from "../read/words.ts"

/** A number as it was written, with its unit: "3 days", "6 pm", "EUR 25". */
export function amount({ raw, unit, at }: Found, tokens: Token[], text: string, language: Language): string {
  if (unit === undefined) return raw
  if (unit === "o'clock") {
    const hit = words(language)
      .clock(tokens.slice(at + 1, at + 3))
      .find((one) => one.at === 0)
    const last = hit && tokens[at + hit.length]
    const first = tokens[at]
    return first && last ? text.slice(first.start, last.end) : raw
  }
  return MONEY.has(unit) ? `${unit} ${raw}` : `${raw} ${unit}`
}

const MONEY = new Set(["EUR", "USD", "GBP", "CHF"])
export const isMoney = (unit: string | undefined) => unit !== undefined && MONEY.has(unit)

const TIME =
  /^(?:ms$|sec|second|sek|minut|hour|day|week|month|year|stund|tag|woch|monat|jahr|segund|hora|dia|seman|mes$|meses|ano$|anos$|heure|jour|mois|ans?$|annee)/

export const isTime = (unit: string | undefined) => unit !== undefined && TIME.test(fold(unit))

/** Read off an instrument rather than counted one by one. */
export const isMeasured = (unit: string) =>
  /^(?:knots?|nudos?|knoten|noeuds?|km|kg|m|gb|mb|tb|rps|grad|degrees?)$/.test(fold(unit))

/** With what limits it, in their words: "under 5 a day", "about 40 orders". */
export function bounded(found: Found, tokens: Token[], text: string, language: Language): string {
  const said = amount(found, tokens, text, language)
  if (found.bound === "exact") return said
  const lead = words(language)
    .bounds(tokens.slice(Math.max(0, found.at - 4), found.at))
    .map((hit) => ({ ...hit, at: hit.at + Math.max(0, found.at - 4) }))
    .filter((hit) => found.at - (hit.at + hit.length) <= 1 && found.at >= hit.at + hit.length)
    .sort((a, b) => b.at + b.length - (a.at + a.length) || b.length - a.length)[0]
  const [first, last] = [lead && tokens[lead.at], lead && tokens[lead.at + lead.length - 1]]
  return first && last ? `${text.slice(first.start, last.end)} ${said}` : phrases[language].bounds[found.bound](said)
}
