import type { Lexicon } from "../languages/language.ts"
import { every, phrase } from "../read/phrase.ts"
import { doesIn } from "./subject.ts"
import type { Sentence, Test } from "./verdict.ts"

/** What stands before the first comma is an amount of money and its limit, which may be of anything. */
export function isAmount(text: string, { cues, slots }: Lexicon): boolean {
  const [first = ""] = text.split(/[,;:–]\s/)
  const rest = [slots.money, cues.limit].reduce((said, words) => said.replace(phrase(words, slots.numbers), ""), first)
  // "At most 450 euros a month"
  const isPeriod = rest.trim().split(/\s+/).length < 3 && phrase(cues.rate, slots.numbers).test(`1 ${rest.trim()}`)
  return rest !== first && phrase(slots.money, slots.numbers).test(first) && (isPeriod || !/\p{L}{4}/u.test(rest))
}

/** An amount of money of four digits or more: mostly what all of it may cost. */
export const isSum = ({ text, lexicon: { slots } }: Sentence): boolean =>
  [...text.matchAll(every(slots.money, slots.numbers))].some(
    ([amount]) => amount.replace(/[.,]\d\d(?!\d)|\D/g, "").length > 3,
  )

/** So near its beginning stands whom a sentence that begins with "no" is about. */
export const NEAR = 15

/** "A “tutti” is when all of them play." */
export const isDefinition = (text: string, { roles }: Lexicon): boolean => {
  const rest = /^(?:\p{L}{1,4}['’\s]\s?)?["“„«‘']\s?[^"”“»’]{2,30}?\s?["”“»’'],?\s(?=\p{L})/u.exec(text)?.[0]
  return rest !== undefined && phrase(`^(?:c'|(?:${roles.being}))`).test(text.slice(rest.length))
}

/** Speech that is too long to say one thing: what is not wanted, what must be, and what may wait stand in it together. */
export const isMixed = (text: string, has: Test): boolean =>
  text.split(/\s+/).length > SPOKEN &&
  [has("unwanted") || has("excluded"), has("oblige"), has("later"), has("today") || has("past")].filter(Boolean)
    .length > 1

const SPOKEN = 25

/** "Nobody had looked": it tells what was, or how things are. */
export const isDone = (text: string, { cues, roles }: Lexicon): boolean =>
  phrase(`(?:${cues.nobody}) ?(?:${roles.being})|(?:${roles.being})$`).test(text)

/** It is not so, or nobody does it: "without" denies something else. */
export const isDenied = (text: string, { cues }: Lexicon): boolean => {
  const [main = ""] = text.split(",")
  return phrase(cues.negative).test(main.replace(every(cues.without), " "))
}

/** A denial stands before the duty. */
export const isNot = (text: string, { cues, slots }: Lexicon): boolean =>
  phrase(`(?:${cues.negative}) (?:_ ){0,3}?(?:${cues.oblige.trim()})`, slots.numbers).test(text)

/** Somebody does something now, whatever of it was before: "guests say what they have lost". */
export const isNow = ({ text, subjects, lexicon }: Sentence): boolean =>
  subjects.some(({ start, until, isSure }) => {
    const isFirst = isSure && start <= MAX_ARTICLE && doesIn(text.slice(until), lexicon)
    return isFirst && (phrase(lexicon.cues.past, lexicon.slots.numbers).exec(text)?.index ?? 0) > until
  })

const MAX_ARTICLE = 8

/** "No chat": a few words, and nothing that makes them a rule. */
export function isRefusal(text: string, { cues }: Lexicon): boolean {
  const no = phrase(cues.no).exec(text)
  if (!no) return false
  const rest = text.slice(no[0].length).split(",")[0] ?? ""
  return rest.trim() !== "" && rest.split(/\s+/).length <= 9 && !phrase(cues.unless).test(rest) && !/\d/.test(rest)
}

/** At least three things in a row. */
export const isList = (text: string, { slots }: Lexicon): boolean =>
  text.split(new RegExp(`,|(?<!\\p{L})(?:${slots.and})(?!\\p{L})`, "iu")).filter((part) => part.trim() !== "").length >
  2
