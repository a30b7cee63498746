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
  for (const head of heads) {
    if (entire(roles.anybody).test(head)) return "anybody"
    if (forms(roles.never, roles).test(head)) return "never"
    if (forms(roles.people, roles).test(head) || ends(roles.suffixes, roles).test(head)) return "sure"
  }
  return ends(roles.looseSuffixes, roles).test(heads[0] ?? "") ? "maybe" : undefined
}

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
  const starts = tokens.flatMap(({ isAfterStop }, at) => (isAfterStop ? [at] : []))
  const certain = starts.flatMap((at) => subjectAt(sentence, tokens, at, lexicon, false) ?? [])
  const inside = tokens.flatMap((_, at) => insideAt(sentence, tokens, at, lexicon) ?? [])
  const told =
    certain.length + inside.length > 0
      ? []
      : starts.flatMap((at) => subjectAt(sentence, tokens, at, lexicon, true, isAmongRoles && at === 0) ?? [])
  const found: Subject[] = []
  for (const one of [...certain, ...inside, ...told].sort((a, b) => a.start - b.start))
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

/** At the beginning of a clause. `isLoose`: somebody may be told by what they do alone. */
function subjectAt(
  sentence: string,
  tokens: readonly Token[],
  from: number,
  lexicon: Lexicon,
  isLoose: boolean,
  isAmongRoles = false,
): Subject | undefined {
  const { roles, slots } = lexicon
  const skip = (at: number, words: string) => {
    let next = at
    for (
      let token = tokens[next];
      token && (next === at || !token.isAfterStop) && entire(words, slots.numbers).test(token.text);
      token = tokens[next]
    )
      next++
    return next
  }
  const joined = skip(from, `${slots.joins}|${slots.leads}|${roles.that}`)
  const first = skip(joined, roles.article)
  const hasArticle = first > joined
  let sure: Subject | undefined
  for (let length = 1; length <= MAX_NAME; length++) {
    const [begin, end, next] = [tokens[first], tokens[first + length - 1], tokens[first + length]]
    if (!begin || !end || !next || next.isAfterStop || (length > 1 && end.isAfterStop)) break
    const last = nameEnd(tokens, first, length, roles)
    if (!last || isVerb(end.text, roles)) break
    const person = personIn(sentence.slice(begin.start, last.end), roles)
    if (person === "never" || /\d/.test(begin.text)) continue
    const rest = sentence.slice(next.start, next.start + REACH)
    const is = (words: string) => phrase(`^(?:(?:${roles.adverb}) ?)?(?:${words.trim()})`).test(rest)
    const [isSure, isAnybody] = [person === "sure", person === "anybody"]
    const subject = { start: begin.start, end: last.end, isSure, isAnybody, does: true, until: next.start }
    if (isSure || isAnybody) {
      if (is(roles.modal) || is(roles.does) || (isSure && doesIn(rest, lexicon))) return subject
      if (is(roles.being)) return { ...subject, does: false }
      sure ??=
        from === 0 && hasArticle && isSure && (roles.head === "last" || isThat(tokens, from, roles))
          ? subject
          : undefined
    } else if (isLoose && hasArticle) {
      const isObject = phrase(`^_(?: (?:${roles.turned || roles.pronoun}))? (?:${roles.pronoun})`).test(rest)
      const isTold = isAmongRoles ? is(roles.modal) || is(roles.does) : person === "maybe" && is(roles.modal)
      if (isTold || (person === "maybe" && is(roles.senses) && !isObject)) return subject
    }
  }
  return sure
}

const REACH = 60
const isThat = (tokens: readonly Token[], at: number, { that }: Roles) => entire(that).test(tokens[at]?.text ?? "")

const isVerb = (word: string, { being, modal }: Roles) => entire(`${being}|${modal}`).test(word)

/** The last word of a name: what follows "at" or "of" only says more of it, where names end with the word that tells. */
function nameEnd(tokens: readonly Token[], first: number, length: number, { head, between }: Roles): Token | undefined {
  if (head === "first") return tokens[first + length - 1]
  const name = tokens.slice(first, first + length)
  const cut = name.findIndex(({ text }) => entire(between).test(text))
  return cut < 0 ? name.at(-1) : name[cut - 1]
}

/** Further inside, certain people alone: before what they do, after "that", or behind the verb where the language turns them round. */
function insideAt(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): Subject | undefined {
  const { roles, slots } = lexicon
  const article = tokens[at]
  if (!article || !entire(roles.article, slots.numbers).test(article.text)) return undefined
  const verbs = `${roles.modal}|${roles.does.trim()}`
  const before = sentence.slice(Math.max(0, article.start - REACH), article.start)
  const isTurned = roles.turned !== "" && phrase(`(?:${verbs})(?: (?:${roles.turned}))?\\s*$`).test(before)
  const isTold = isThat(tokens, at - 1, roles) && !entire("#", slots.numbers).test(article.text)
  const isAgent = [tokens[at - 1], article].some((token) => entire(roles.by).test(token?.text ?? ""))
  for (let length = 1; length < MAX_NAME; length++) {
    const name = tokens.slice(at + 1, at + length + 1)
    const [begin, last, next] = [name[0], name.at(-1), tokens[at + length + 1]]
    if (!begin || !last || name.length < length) continue
    if (
      name.some(
        ({ text, isAfterStop }) =>
          isAfterStop || (roles.head === "last" && entire(`${roles.between}|${roles.article}`).test(text)),
      )
    )
      continue
    if (personIn(sentence.slice(begin.start, last.end), roles) !== "sure") continue
    const rest = next && !next.isAfterStop ? sentence.slice(next.start, next.start + REACH) : ""
    if (isTurned || isAgent || doesIn(rest, lexicon) || (isTold && rest !== "" && length === 1))
      return {
        start: begin.start,
        end: last.end,
        isSure: true,
        isAnybody: false,
        does: true,
        until: next?.start ?? last.end,
      }
  }
  return undefined
}
