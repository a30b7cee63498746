import type { Concept } from "../lexicon/lexicon.ts"
import type { Clause } from "./clause.ts"
import type { Language } from "./language.ts"
import type { Token } from "./token.ts"
import { words } from "./words.ts"

/** `quote` is the part of the clause, between two commas, that takes the stance. */
export type Stance = { concept: Concept; stance: "yes" | "no" | "only"; quote: string }

/** What a clause is for or against, as far as a later one can contradict it. */
export function stances(
  found: Token[],
  negations: { at: number; length: number }[],
  clause: Clause,
  language: Language,
): Stance[] {
  const known = words(language)
  const onlys = known.only(found)
  const near = (from: number, to: number, reach: number) => {
    for (let at = Math.min(from, to) + 1; at <= Math.max(from, to); at++) if (found[at]?.gap) return false
    return Math.abs(to - from) <= reach
  }
  const claims = new Map<Concept, Omit<Stance, "concept">>()
  for (const { label, at, length } of known.concepts(found)) {
    const end = at + length - 1
    const no = negations.some((hit) =>
      hit.at < at ? near(hit.at + hit.length - 1, at, 4) : AFTER[language] && near(end, hit.at, 4),
    )
    const only = onlys.some((hit) => near(Math.min(hit.at, at), Math.max(hit.at, end), 3))
    const stance: Stance["stance"] = no ? "no" : only ? "only" : "yes"
    if (claims.get(label)?.stance !== "no") claims.set(label, { stance, quote: part(found, at, end, clause) })
  }
  return [...claims].map(([concept, claim]) => ({ concept, ...claim }))
}

function part(found: Token[], at: number, end: number, clause: Clause): string {
  let first = at
  while (first > 0 && !found[first]?.gap) first--
  let last = end
  while (last + 1 < found.length && !found[last + 1]?.gap) last++
  return clause.text.slice((found[first]?.start ?? 0) - clause.start, (found[last]?.end ?? 0) - clause.start)
}

/** German denies behind the noun, too: "Lieferung brauchen wir nicht". */
const AFTER: Record<Language, boolean> = { en: false, de: true, es: false, fr: false }
