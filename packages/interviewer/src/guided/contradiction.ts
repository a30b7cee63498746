import { clip } from "./gist.ts"
import type * as Memory from "./memory.ts"
import { MAX_GIST } from "./memory.ts"
import type { Reading } from "./read/classify.ts"
import type { Language } from "./read/language.ts"
import { isSmall } from "./read/language.ts"
import { fold } from "./read/token.ts"

/** What a clause claims, in a form that a later claim can be compared with. */
export function claims(reading: Reading, turn: number, language: Language): Memory.Claim[] {
  const quote = clip(reading.clause.text, MAX_GIST)
  const made: Memory.Claim[] = reading.stances.map(({ concept, stance, quote }) => ({
    about: concept,
    stance,
    quote: clip(quote, MAX_GIST),
    turn,
  }))
  for (const { value, unit, counted, denied, bound } of reading.quantities)
    if (unit !== undefined && counted && !denied && (bound === "exact" || reading.kind === "rule"))
      made.push({ about: `#${thing(unit, language)}`.slice(0, 60), stance: "number", value, quote, turn })
  return made
}

/** The first older claim that cannot hold beside the new one. Claims of the same clause never compete. */
export function conflict(known: readonly Memory.Claim[], made: Memory.Claim): Memory.Dispute | undefined {
  const older = known.find((old) => old.quote !== made.quote && opposed(old, made))
  return older && { about: [...new Set([older.about, made.about])].sort().join("+"), older, newer: made }
}

function opposed(old: Memory.Claim, made: Memory.Claim): boolean {
  if (old.about === made.about) {
    if (made.stance === "number")
      return old.turn !== made.turn && old.value !== made.value && alike(old.quote, made.quote)
    return (old.stance === "no") !== (made.stance === "no")
  }
  // "only by transfer" rules out the other ways of paying.
  const group = made.about.split("-")[0]
  if (!made.about.includes("-") || group !== old.about.split("-")[0]) return false
  return (old.stance === "only" && made.stance !== "no") || (made.stance === "only" && old.stance === "yes")
}

/** Two numbers for "days" are two rules; two numbers in sentences that share their other words are one, told twice. */
function alike(a: string, b: string): boolean {
  const [first, second] = [content(a), content(b)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared >= 2 && shared * 2 >= Math.min(first.size, second.size)
}

const content = (quote: string) =>
  new Set(
    fold(quote)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 6)),
  )

/** The last word of a counted thing carries it: "celebration cakes" and "cakes" are compared as "cakes". */
function thing(unit: string, language: Language): string {
  const parts = fold(unit)
    .split(" ")
    .filter((word) => !isSmall(language, word))
  return parts.at(language === "es" || language === "fr" ? 0 : -1) ?? ""
}
