import type { Intent } from "../lexicon/lexicon.ts"
import { Language } from "./language.ts"
import type { Hit } from "./matcher.ts"
import type { Token } from "./token.ts"
import { words } from "./words.ts"

const MAX_TOKENS = 14

/**
 * What a remark asks of the interviewer, if it says little else: "skip", "what do you still need from me?". All languages are tried,
 * the conversation's first, because people say "ok, skip" in any of them. A longer sentence is content.
 */
export function intent(tokens: Token[], language: Language): Intent | undefined {
  if (tokens.length === 0 || tokens.length > MAX_TOKENS) return undefined
  for (const candidate of [language, ...Language.options.filter((other) => other !== language)]) {
    const found = inLanguage(tokens, candidate)
    if (found) return found
  }
  return undefined
}

/** "…, you decide" at the end of a sentence that also says something. */
export const delegated = (hits: Hit<Intent>[], count: number): boolean =>
  hits.some((hit) => hit.label === "delegate" && hit.length > 1 && hit.at + hit.length >= count - 1)

/** "not sure about the fee" */
export const doubtful = (hits: Hit<Intent>[], language: Language): boolean =>
  hits.some((hit) => hit.label === "unsure" && hit.length >= SHORTEST_DOUBT[language] && hit.at <= 2)

/** Without its accent "no sé" is the beginning of many Spanish sentences: "no se conecta". */
const SHORTEST_DOUBT: Record<Language, number> = { en: 2, de: 2, es: 3, fr: 2 }

/** How many words of greeting a sentence begins with, before a comma. */
export function greets(hits: Hit<Intent>[], tokens: Token[]): number {
  const lengths = hits.filter((hit) => hit.label === "greeting" && hit.at === 0 && hit.length <= 3)
  const longest = Math.max(0, ...lengths.map((hit) => hit.length))
  return tokens[longest]?.gap ? longest : 0
}

function inLanguage(tokens: Token[], language: Language): Intent | undefined {
  const known = words(language)
  const covered = new Array<boolean>(tokens.length).fill(false)
  const hits = known.intents(tokens).sort((a, b) => b.length - a.length || RANK[a.label] - RANK[b.label])
  if (hits.length === 0) return undefined
  for (const hit of [...hits, ...known.fillers(tokens)])
    for (let at = hit.at; at < hit.at + hit.length; at++) covered[at] = true
  if (covered.filter((word) => !word).length > 0) return undefined
  return [...hits].sort((a, b) => RANK[a.label] - RANK[b.label] || b.length - a.length)[0]?.label
}

/** "thanks, that's all" ends the interview: the request counts more than the courtesy. */
const RANK: Record<Intent, number> = {
  finish: 0,
  gaps: 1,
  back: 2,
  delegate: 3,
  unsure: 4,
  skip: 5,
  explain: 6,
  continue: 7,
  both: 8,
  older: 9,
  newer: 10,
  yes: 11,
  no: 12,
  greeting: 13,
  thanks: 14,
}
