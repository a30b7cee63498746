import type { Span } from "@spec-wizard/core/document/sentence"
import type { Lexicon, Roles } from "../languages/language.ts"
import { entire, phrase } from "../read/phrase.ts"

/** Somebody whom a sentence is about. `start` and `end`: where the words for them stand, without an article. */
export type Subject = Span & {
  /** A word that only people have; else they are told by what they do. */
  isSure: boolean
  /** "Everybody", "people": nobody's role. */
  isAnybody: boolean
  /** What is said they may, must or do, and not only are or have. */
  does: boolean
  /** Where what they do begins. */
  until: number
}

type Token = Span & { text: string; isAfterStop: boolean }

/** Words of a name, and how many words of a sentence are looked at. */
const MAX_NAME = 4
const MAX_TOKENS = 40

/** Whether words name people: for certain, by an end that other words have too, or not at all. */
export function personIn(words: string, roles: Roles): "sure" | "maybe" | "anybody" | "never" | undefined {
  const all = words.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []
  if (all.length === 0 || all.length > MAX_NAME + 2) return undefined
  const heads = roles.head === "last" ? all.slice(-1) : all.slice(0, 2)
  for (const [at, head] of heads.entries()) {
    if (at > 0 && ADJECTIVE.test(head)) continue
    if (entire(roles.anybody).test(head)) return "anybody"
    if (forms(roles.never, roles).test(head)) return "never"
    if (forms(roles.people, roles).test(head) || ends(roles.suffixes, roles).test(head)) return "sure"
  }
  return ends(roles.looseSuffixes, roles).test(heads[0] ?? "") ? "maybe" : undefined
}

/** Behind a noun such a word says what kind of thing it is: "certificado médico". */
const ADJECTIVE = /(?:ic[oa]|iv[oa]|ique|ive|if)s?$/

/** The next verb, and no part of a name: "la mairie entend remplacer". */
const INFINITIVE = /^\p{Ll}{4,}(?:er|ir|ar|re)$/u

const forms = (words: string, { endings, isCompound }: Roles) =>
  entire(`${isCompound ? "[\\p{L}-]*" : "(?:\\p{L}+-)?"}(?:${words.trim()})(?:${endings})?`)

const ends = (suffixes: string, { endings }: Roles) =>
  entire(`[\\p{L}-]{2,}(?:${suffixes.trim().replaceAll("-", "")})(?:${endings})?`)

/**
 * Everybody a sentence is about, the first first: who may, must or does something in one of its clauses. `isAmongRoles`: it stands below "who
 * uses it", so that whoever does something is somebody.
 */
export function subjectsOf(sentence: string, lexicon: Lexicon, isAmongRoles = false): Subject[] {
  const tokens = tokensOf(sentence)
  const certain = tokens.flatMap((_, at) => subjectAt(sentence, tokens, at, lexicon) ?? [])
  const told = tokens.flatMap(({ isAfterStop }, at) =>
    isAfterStop ? (subjectAt(sentence, tokens, at, lexicon, isAmongRoles && at === 0 ? "roles" : "loose") ?? []) : [],
  )
  const found: Subject[] = []
  for (const one of certain.length > 0 ? certain : told)
    if (!found.some((other) => one.start < other.until && one.end > other.start)) found.push(one)
  return found
}

/** Whether a sentence goes on with what somebody does, may or must: by the words that say so, or by the form of a verb. */
export function doesIn(rest: string, { roles, slots }: Lexicon): boolean {
  const begins = (words: string) => phrase(`^(?:(?:${roles.adverb}) ?)?(?:${words.trim()})`, slots.numbers).test(rest)
  if (begins(roles.modal) || begins(roles.does)) return true
  const isOther = begins(roles.being) || begins(roles.between) || begins(roles.pronoun)
  return roles.verb !== "" && /^\p{Ll}/u.test(rest) && !isOther && begins(roles.verb)
}

/** Words one by one; "l'" and "d'" are words of their own. */
function tokensOf(sentence: string): Token[] {
  let isAfterStop = true
  const tokens: Token[] = []
  for (const { 0: text, index } of sentence.matchAll(
    /\([^()]{1,40}\)(?= \p{Ll})|\p{L}{1,2}['’](?=\p{L}{2})|[\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{N}]|[,;:(–—]|\.(?=\s)/gu,
  )) {
    if (text.endsWith(")")) continue
    if (/^[,;:(–—.]/.test(text)) isAfterStop = true
    else {
      tokens.push({ text, start: index, end: index + text.length, isAfterStop })
      isAfterStop = false
      if (tokens.length === MAX_TOKENS) break
    }
  }
  return tokens
}

/** Where words of a kind that begin at one end. */
function skip(tokens: readonly Token[], from: number, words: string, { slots }: Lexicon): number {
  const end = tokens.findIndex(
    ({ text, isAfterStop }, at) =>
      at >= from && ((at > from && isAfterStop) || !entire(words, slots.numbers).test(text)),
  )
  return end < 0 ? tokens.length : end
}

/**
 * At the beginning of a clause, whoever does something; further inside, certain people alone, behind an article: before what they do, after
 * "that" or "by", or behind the verb where the language turns them round. `trust`: somebody may be told by what they do alone.
 */
function subjectAt(
  sentence: string,
  tokens: readonly Token[],
  from: number,
  lexicon: Lexicon,
  trust?: "loose" | "roles",
): Subject | undefined {
  const { roles, slots } = lexicon
  const [before, token] = [tokens[from - 1]?.text ?? "", tokens[from]]
  if (!token) return undefined
  const isFirst = token.isAfterStop
  const joined = isFirst ? skip(tokens, from, `${slots.joins}|${slots.leads}|${roles.that}`, lexicon) : from
  const first = skip(tokens, joined, roles.article, lexicon)
  const hasArticle = first > joined
  if (!isFirst && !hasArticle) return undefined
  const isThat = entire(roles.that).test(isFirst ? token.text : before)
  const isBehind = !isFirst && (isTurned(sentence.slice(0, token.start), roles) || isAgent(before, token.text, roles))
  let sure: Subject | undefined
  for (const { person, rest, ...name } of namesAt(sentence, tokens, first, lexicon)) {
    const is = (words: string) => phrase(`^(?:(?:${roles.adverb}) ?)?(?:${words.trim()})`).test(rest)
    const [isSure, isAnybody] = [person === "sure", person === "anybody"]
    const subject = { ...name, isSure, isAnybody, does: true }
    const isOwn = is(roles.modal) || is(roles.does)
    if (isSure && (doesIn(rest, lexicon) || isBehind || (isThat && !isFirst && rest !== ""))) return subject
    if (!isFirst || rest === "" || person === "never") continue
    if ((isAnybody && isOwn) || ((isSure || isAnybody) && is(roles.being))) return { ...subject, does: isOwn }
    if (isSure && from === 0 && hasArticle && (roles.head === "last" || isThat)) sure ??= subject
    const isObject = phrase(`^_(?: (?:${roles.turned || roles.pronoun}))? (?:${roles.pronoun})`).test(rest)
    const isMaybe = person === "maybe" && (is(roles.modal) || (is(roles.senses) && !isObject))
    if (trust && hasArticle && !isSure && !isAnybody && (trust === "roles" ? isOwn : isMaybe)) return subject
  }
  return sure
}

const isTurned = (before: string, { turned, modal, does }: Roles): boolean =>
  turned !== "" && phrase(`(?:${modal}|${does.trim()})(?: (?:${turned}))?\\s*$`).test(before.slice(-REACH))
const isAgent = (before: string, article: string, { by }: Roles): boolean =>
  [before, article].some((word) => entire(by).test(word))

type Name = Span & { until: number; rest: string; person: ReturnType<typeof personIn> }

/** The names that may begin with a word, the shortest first, and what follows each; nothing does at the end of a clause. */
function* namesAt(sentence: string, tokens: readonly Token[], first: number, { roles }: Lexicon): Generator<Name> {
  for (let length = 1; length <= MAX_NAME; length++) {
    const name = tokens.slice(first, first + length)
    const [begin, end, next] = [name[0], name.at(-1), tokens[first + length]]
    const last = nameEnd(name, roles)
    if (!begin || !end || !last || name.length < length || name.some(({ text }) => /\d/.test(text))) return
    if (length > 1 && /^\p{Lu}{3,}$/u.test(begin.text)) return
    const isLater = length > 1 && (end.isAfterStop || entire(roles.anybody).test(end.text))
    if (isLater || entire(roles.between).test(begin.text) || entire(`${roles.being}|${roles.modal}`).test(end.text))
      return
    if (roles.head === "last" && entire(roles.adverb).test(end.text)) return
    if (length > 1 && (roles.head === "last" ? entire(`${roles.article}|${roles.pronoun}`) : INFINITIVE).test(end.text))
      return
    const rest = next && !next.isAfterStop ? sentence.slice(next.start, next.start + REACH) : ""
    const person = personIn(sentence.slice(begin.start, last.end), roles)
    yield { start: begin.start, end: last.end, until: next?.start ?? last.end, rest, person }
  }
}

const REACH = 60

/** The last word of a name: what follows "at" or "of" only says more of it, where names end with the word that tells. */
function nameEnd(name: readonly Token[], { head, between }: Roles): Token | undefined {
  const cut = head === "first" ? -1 : name.findIndex(({ text }) => entire(between).test(text))
  return cut < 0 ? name.at(-1) : name[cut - 1]
}
