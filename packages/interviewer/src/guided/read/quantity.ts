import type * as Note from "@spec-wizard/core/interviewer/note"
import type { Language } from "./language.ts"
import { isSmall } from "./language.ts"
import type { Token } from "./token.ts"
import type { Words } from "./words.ts"
import { words } from "./words.ts"

/** `at` is the token the number stands at; `denied` is the number in "five, not three". */
export type Found = Note.Quantity & { at: number; denied: boolean; counted: boolean; raw: string }

type Bound = Note.Quantity["bound"]
// Maps, because a visitor may write "constructor".
const CURRENCY = new Map(
  Object.entries({
    "€": "EUR",
    eur: "EUR",
    euro: "EUR",
    euros: "EUR",
    $: "USD",
    usd: "USD",
    "£": "GBP",
    gbp: "GBP",
    chf: "CHF",
  }),
)
const SUFFIX = new Map(
  Object.entries({
    s: "seconds",
    ms: "ms",
    h: "hours",
    gb: "GB",
    mb: "MB",
    tb: "TB",
    rps: "rps",
    km: "km",
    kg: "kg",
    min: "minutes",
  }),
)
const LOOK_BACK = 5
const MAX = 40

/** Numbers with what they count, in the order they stand. Times of day come as hours: "4:30" is 4.5 "o'clock". */
export function quantities(tokens: Token[], text: string, from: number, language: Language): Found[] {
  const known = words(language)
  const raw = (token: Token) => text.slice(token.start - from, token.end - from)
  const before = known.bounds(tokens)
  const after = known.boundsAfter(tokens)
  const denials = new Set(known.negation(tokens).map((hit) => hit.at + hit.length))
  const found: Found[] = []
  const corrections = known.correction(tokens).map((hit) => hit.at)
  for (const [at, token] of tokens.entries()) {
    if (found.length >= MAX) break
    const value = numberAt(token, raw(token), known)
    if (value === undefined || isName(tokens, at, raw) || isDate(token, tokens, at)) continue
    const glued = tokens[at + 1]?.start === token.end ? tokens[at + 1] : undefined
    const times = /^\d{1,2}[:.]\d\d$/.test(token.word) && (token.word.includes(":") || isClock(known, tokens, at + 1))
    const clock = times || isClock(known, tokens, at + 1)
    const next = tokens[at + 1]
    const previous = tokens[at - 1]
    const money = CURRENCY.get(next?.word ?? "") ?? CURRENCY.get(previous?.word ?? "")
    const thousand = glued?.word === "k" ? 1000 : 1
    let unit: string | undefined
    let counted = false
    if (clock) unit = "o'clock"
    else if (next?.word === "%") unit = "%"
    else if (money && !previous?.gap) unit = money
    else if (glued && SUFFIX.has(glued.word)) unit = SUFFIX.get(glued.word)
    else if (glued && thousand === 1)
      continue // "13th", "2b": not an amount
    else {
      const unitFrom = at + (thousand === 1 ? 1 : 2)
      const counter = countedThing(tokens, unitFrom, known, language, raw)
      unit = counter?.unit ?? perWhat(tokens, unitFrom, known, text, from)
      counted = counter !== undefined && !counter.measure
    }
    const denied = denials.has(at) && (tokens[at - 1]?.gap === true || tokens.length <= 6)
    found.push({
      value: (clock ? hour(token.word, next?.word) : value) * thousand,
      ...(unit !== undefined && { unit }),
      bound: boundAt(at, tokens, before, after, denials.size > 0),
      at,
      denied,
      counted,
      raw: raw(token),
    })
  }
  // "40 people, sorry, 36 people": the first one is taken back.
  for (const [index, wrong] of found.entries()) {
    const right = found[index + 1]
    if (right && right.unit === wrong.unit && corrections.some((cue) => cue > wrong.at && cue < right.at))
      wrong.denied = true
  }
  return ranges(inherited(found), tokens)
}

function numberAt(token: Token, raw: string, known: Words): number | undefined {
  if (!/^\p{Nd}/u.test(raw)) return numberWord(known, token.word)
  const plain = raw.replace(/[.,](?=\d{3}(?:\D|$))/g, "").replace(",", ".")
  const value = Number(plain.includes(":") ? plain.replace(":", ".") : plain)
  return Number.isFinite(value) && value < 1e12 ? value : undefined
}

const numberWord = ({ lexicon }: Words, word: string) =>
  Object.hasOwn(lexicon.numbers, word) ? lexicon.numbers[word] : undefined

/** "WCAG 2.2", "ISO 27001": a number that belongs to a name. Currencies and the first word of a sentence may be capitals, too. */
function isName(tokens: Token[], at: number, raw: (token: Token) => string) {
  const previous = tokens[at - 1]
  if (!previous || tokens[at]?.gap) return false
  if (previous.end === tokens[at]?.start && /^\p{L}/u.test(previous.word) && CURRENCY.get(previous.word) === undefined)
    return true
  const name = raw(previous)
  return /^\p{Lu}{2,}$/u.test(name) && CURRENCY.get(previous.word) === undefined
}

/** A year, or the day before a month's name in any of the languages. */
function isDate(token: Token, tokens: Token[], at: number) {
  const next = tokens[at + 1]
  if (CURRENCY.has(tokens[at - 1]?.word ?? "")) return false
  if (/^(?:19|20)\d\d$/.test(token.word)) return !next || next.gap || next.word.length <= 3
  const month = next?.word === "de" || next?.word === "of" ? tokens[at + 2] : next
  return /^\d{1,2}$/.test(token.word) && month !== undefined && MONTH.test(month.word)
}
const MONTH =
  /^(?:january?|januar|janvier|enero|feb(?:ruary?|ruar|rero)?|fevrier|march|marz|mars|marzo|april|avril|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|august|aout|agosto|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|oktober|nov(?:ember|embre|iembre)?|dec(?:ember|embre)?|dezember|diciembre)$/

const isClock = (known: Words, tokens: Token[], at: number) =>
  known.clock(tokens.slice(at, at + 2)).some((hit) => hit.at === 0)

function hour(word: string, next: string | undefined) {
  const [hours = 0, minutes = 0] = word.split(/[:.]/).map(Number)
  return (next === "pm" && hours < 12 ? hours + 12 : hours) + minutes / 60
}

function countedThing(tokens: Token[], from: number, known: Words, language: Language, raw: (token: Token) => string) {
  const taken: string[] = []
  for (const token of tokens.slice(from, from + known.lexicon.unitWords)) {
    if (
      token.gap ||
      isSmall(language, token.word) ||
      !/^\p{L}/u.test(token.word) ||
      numberWord(known, token.word) !== undefined
    )
      break
    taken.push(raw(token))
    if (known.units([token]).length) return { unit: taken.join(" "), measure: true }
    if (language === "de" && /^\p{Lu}/u.test(raw(token))) break
    if (language === "de" && taken.length === 2) break
  }
  return taken.length ? { unit: taken.join(" "), measure: false } : undefined
}

function perWhat(tokens: Token[], at: number, known: Words, text: string, from: number) {
  const hit = known.per(tokens.slice(at, at + 3)).find((candidate) => candidate.at === 0)
  const first = tokens[at]
  const last = hit && tokens[at + hit.length - 1]
  return first && last && !first.gap ? text.slice(first.start - from, last.end - from) : undefined
}

/** "40 orders a day, on Saturdays up to 150": the second number counts the same thing. In "two shops, at most 150 a day" it does not. */
function inherited(found: Found[]): Found[] {
  for (const [index, quantity] of found.entries()) {
    const before = found[index - 1]
    if (!before || before.unit === undefined || before.unit === "o'clock") continue
    if (quantity.unit === undefined && !quantity.denied && isOfSize(quantity.value, before.value))
      quantity.unit = before.unit
  }
  return found
}

/** Numbers of one thing seldom differ more. */
const isOfSize = (one: number, other: number) => Math.max(one, other) <= 10 * Math.min(one, other)

type BoundHit = { label: string; at: number; length: number }

function boundAt(at: number, tokens: Token[], before: BoundHit[], after: BoundHit[], denied: boolean): Bound {
  let start = at
  while (start > 0 && start > at - LOOK_BACK && !tokens[start]?.gap) start--
  // The nearest phrase wins, and of two that end together the longer one.
  const lead = before
    .filter((hit) => hit.at >= start && hit.at + hit.length <= at && at - (hit.at + hit.length) <= 1)
    .sort((a, b) => b.at + b.length - (a.at + a.length) || b.length - a.length)[0]
  const trail = after.find((hit) => hit.at > at && hit.at <= at + 3 && !tokens[hit.at]?.gap)
  let bound: Bound = lead?.label === "more" ? (denied ? "max" : "min") : ((lead?.label as Bound | undefined) ?? "exact") // labels are bounds but for "more"
  if (trail?.label === "notice") bound = lead?.label === "max" ? "min" : bound
  else if (trail && !lead) bound = trail.label as Bound // "max" or "min"
  return bound
}

/** "60,000–80,000", "10 to 20": the first is the least, the second the most, and they share a unit. */
function ranges(found: Found[], tokens: Token[]): Found[] {
  for (const [index, low] of found.entries()) {
    const high = found[index + 1]
    if (!high || high.value <= low.value) continue
    const between = tokens.slice(low.at + 1, high.at)
    const dash = between.length === 1 && between[0]?.word === "–"
    const joined = between.length === 0 && tokens[high.at]?.start === (tokens[low.at]?.end ?? 0) + 1
    const word = between.length === 1 && RANGE.has(between[0]?.word ?? "")
    if (!dash && !joined && !word) continue
    low.bound = "min"
    high.bound = "max"
    const unit = low.unit ?? high.unit
    if (unit !== undefined) {
      low.unit = unit
      high.unit ??= unit
    }
  }
  return found
}
const RANGE = new Set(["to", "bis", "a", "-", "–"])
