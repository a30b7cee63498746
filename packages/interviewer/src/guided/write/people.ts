import type { Span } from "@spec-wizard/core/document/sentence"
import { type Document, type ItemOf, isLive } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Lexicon } from "../languages/language.ts"
import { shared, stem } from "../read/number.ts"
import { entire, opening } from "../read/phrase.ts"
import { nameCase, type Said, sourceOf } from "./draft.ts"
import { personIn } from "./subject.ts"

/** Somebody who uses it or has to do with it, where they are named. */
export type Person = { name: Span; cue: string /** With how many there are. */; count?: string }

const MAX_WORDS = 6

/** Those an answer to "who will use it" names: a word for people each, a number of somebody, or a short point of a list. */
export function peopleIn(said: Said, { start, end }: Span, lexicon: Lexicon): Person[] {
  const { slots, roles } = lexicon
  const parts: Span[] = []
  const text = said.text.slice(start, end)
  let at = 0
  for (const { 0: sign, index } of text.matchAll(
    new RegExp(`[,;:()]|\\.(?=\\s|$)|(?<!\\p{L})(?:${slots.and})(?!\\p{L})`, "giu"),
  )) {
    parts.push({ start: start + at, end: start + index })
    at = index + sign.length
  }
  parts.push({ start: start + at, end })
  const isList =
    parts.every((part) => said.text.slice(part.start, part.end).trim().split(/\s+/).length <= MAX_WORDS) &&
    (parts.length > 1 || (text.split(/\s+/).length <= MAX_WORDS && roles.does !== ""))
  const isFiller = (part: Span) =>
    entire(`${lexicon.acts.filler}|${lexicon.acts.confirm}`).test(said.text.slice(part.start, part.end).trim())
  return parts.flatMap((part) => (isFiller(part) ? [] : personOf(said.text, part, lexicon, isList)))
}

function personOf(text: string, part: Span, { roles, slots }: Lexicon, isList: boolean): Person[] {
  const all = [...text.slice(part.start, part.end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)].map(
    ({ 0: word, index }) => ({ word, start: part.start + index, end: part.start + index + word.length }),
  )
  while (entire(`${slots.leads}|${slots.drops}`).test(all[0]?.word ?? "")) all.shift()
  // "My sister at the counter" is the sister.
  const place = isList ? all.findIndex(({ word }, at) => at > 0 && entire(roles.between).test(word)) : -1
  const words = place < 0 ? all : all.slice(0, place)
  const isNumber = (at: number) => entire("#", slots.numbers).test(words[at]?.word ?? "")
  const named = (from: number, to: number): Person[] => {
    const [first, last] = [words[from], words[to]]
    const count = isNumber(from) ? first?.word : undefined
    return first && last
      ? [{ name: { start: first.start, end: last.end }, cue: "asked: users", ...(count && { count }) }]
      : []
  }
  const person = words.findIndex(({ word }) => personIn(word, roles) === "sure" || entire(roles.kin).test(word))
  if (person >= 0) {
    const isOpen = (at: number) =>
      roles.head === "last" && at > 0 && !isFrame(words[at - 1]?.word ?? "", roles, slots.leads)
    let first = person
    while (person - first < MAX_BEFORE && isOpen(first)) first--
    return named(isNumber(first - 1) ? first - 1 : first, person)
  }
  const counted = words.findIndex((_, at) => isNumber(at))
  const isTime = words.slice(counted + 1).some(({ word }) => opening(slots.duration, slots.numbers).test(`1 ${word}`))
  const many = words.length - counted
  const isUnit = (words[counted + 1]?.word.length ?? 0) < LEAST_LETTERS
  if (counted >= 0 && many > 1 && many <= MAX_COUNTED && !isTime && !isUnit) return named(counted, words.length - 1)
  const own = words.slice(entire(`${roles.article}|${slots.leads}`).test(words[0]?.word ?? "") ? 1 : 0)
  const isNobody = (word: string) => isVerb(word, roles) || /never|anybody/.test(personIn(word, roles) ?? "")
  const isName =
    isList &&
    !entire(roles.between).test(all[0]?.word ?? "") &&
    own.length > 0 &&
    own.length <= MAX_BEFORE &&
    !own.some(({ word }) => isNobody(word))
  return isName ? named(words.length - own.length, words.length - 1) : []
}

/** Words of a name before the one that tells, and of somebody who is counted. */
const MAX_BEFORE = 3
const MAX_COUNTED = 4
const LEAST_LETTERS = 3

const isVerb = (word: string, roles: Lexicon["roles"]) =>
  entire(`${roles.modal}|${roles.does.trim()}|${roles.being}|${roles.pronoun}`).test(word)
const isFrame = (word: string, roles: Lexicon["roles"], leads: string) =>
  entire(`${roles.article}|${leads}|${roles.between}`).test(word) || isVerb(word, roles)

/** Lines for those who have none yet; somebody known who is named again with a number gets a line that has it. */
export function roleLines(
  document: Document,
  said: Said,
  people: readonly Person[],
  lexicon: Lexicon,
): Operation.Proposal[] {
  const known: { name: string; item?: ItemOf<"role"> }[] = document.items
    .filter((item): item is ItemOf<"role"> => item.kind === "role" && isLive(item))
    .map((item) => ({ name: item.text, item }))
  const found: Operation.Proposal[] = []
  for (const { name, cue, count } of people) {
    const source = sourceOf(said, name)
    const same = known.find((one) => isSame(one.name, source.quote, lexicon))
    if (same && !(count && same.item && !same.item.count)) continue
    const told = { sources: [source], evidence: "stated" as const, cue, dependsOn: [] }
    const item: Operation.Draft = { kind: "role", text: nameCase(source.quote), ...told, ...(count && { count }) }
    if (same?.item) {
      found.push({ op: "supersede", id: same.item.id, item })
      delete same.item
    } else {
      found.push({ op: "add", item })
      known.push({ name: source.quote })
    }
  }
  return found
}

/**
 * One or several of the same, with or without an article, a number or a word before: the word that tells is the same, and where both have
 * another word, so is one of these.
 */
function isSame(one: string, other: string, { roles, slots }: Lexicon): boolean {
  const [a, b] = [one, other].map((name) => {
    const words = (name.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).filter(
      (word) => !entire(`${roles.article}|#`, slots.numbers).test(word),
    )
    const plain = words.map((word) => word.normalize("NFD").replace(/\p{M}/gu, ""))
    const head = (roles.head === "last" ? plain.pop() : plain.shift()) ?? ""
    return { head, rest: plain.filter((word) => word.length > 2).map(stem) }
  })
  if (!a || !b || (a.rest.length > 0 && b.rest.length > 0 && !a.rest.some((word) => b.rest.includes(word))))
    return false
  const short = Math.min(a.head.length, b.head.length)
  const common = [...a.head].findIndex((letter, at) => letter !== b.head[at])
  const alike = common < 0 ? a.head.length : common
  return (
    shared(new Set([stem(a.head)]), new Set([stem(b.head)])) > 0 &&
    alike >= short - 2 &&
    Math.abs(a.head.length - b.head.length) <= 5
  )
}
