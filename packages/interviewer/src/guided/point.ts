import { plain } from "./gist.ts"
import type { Language } from "./read/language.ts"
import { isSmall } from "./read/language.ts"
import { leading } from "./read/lead.ts"
import type { Token } from "./read/token.ts"
import { tokens } from "./read/token.ts"
import { words } from "./read/words.ts"

/** `rest` says what of the sentence is not in `text`: nothing, something, or something that limits it ("…, unless the board decides"). */
export type Point = { text: string; rest: "nothing" | "more" | "exception" }

/** Without "but", "actually" and "no, sorry" in front: a sentence that begins by itself. */
export function withoutLead(text: string, language: Language): string {
  const found = tokens(text.slice(0, MAX_LEAD))
  const first = leading(found, language)
  return first === 0 ? text : text.slice(found[first]?.start)
}

/** Nor "of course" behind: a sentence that stands alone. */
export function alone(text: string, language: Language): string {
  const begun = withoutLead(text, language)
  const found = tokens(begun.slice(-MAX_LEAD), Math.max(0, begun.length - MAX_LEAD))
  const trail = words(language)
    .trails(found)
    .find(({ at, length }) => at > 1 && at + length === found.length)
  return trail ? begun.slice(0, found[trail.at - 1]?.end) : begun
}
const MAX_LEAD = 100

type Limits = {
  fits: (text: string) => boolean
  /** The point may stand in a subordinate clause: "we'd call it a success if …". */
  inside?: boolean
  /** It may also begin at a comma: clearer than nothing in a list, but not in a reply. */
  anywhere?: boolean
  /** Without a number it would miss the point. */
  needsNumber?: boolean
}

/** The longest telling part of a sentence that fits, from one of its joints to another. Undefined when even its parts do not fit. */
export function point(
  sentence: string,
  language: Language,
  { fits, inside = false, anywhere = false, needsNumber = false }: Limits,
): Point | undefined {
  const whole = alone(plain(sentence.slice(0, MAX_SENTENCE)), language)
  if (fits(whole)) return { text: whole, rest: "nothing" }
  const found = tokens(whole)
  const { starts, ends, limits } = joints(found, whole, language, inside)
  let best: { text: string; score: number; to: number } | undefined
  for (const from of starts)
    for (const to of ends) {
      if (to <= from || (from > 0 && !anywhere && !inside)) continue
      const text = whole.slice(found[from]?.start, found[to - 1]?.end)
      const part = found.slice(from, to)
      if (!isBalanced(text) || !fits(text) || (needsNumber && !part.some(isNumber))) continue
      const told = weight(part, language)
      const score = told + (from === 0 ? FROM_THE_START : 0)
      if (told > MIN_WEIGHT && score > (best?.score ?? 0)) best = { text, score, to }
    }
  return best && { text: best.text, rest: limits.includes(best.to) ? "exception" : "more" }
}

/** A sentence is clearest from its beginning. */
const FROM_THE_START = 3
/** A part that says less than this is better left unsaid. */
const MIN_WEIGHT = 2
const MAX_JOINTS = 24
const MAX_SENTENCE = 600

function joints(found: Token[], text: string, language: Language, inside: boolean) {
  const known = words(language)
  const joins = known.joins(found)
  const commas = found.flatMap(({ gap, start }, at) =>
    gap && /[,;:.!?…–—]/.test(text.slice(found[at - 1]?.end, start)) ? [at] : [],
  )
  // "If something goes wrong" is half a thought, whatever is cut behind it.
  const starts = joins.some(({ at }) => at === 0) ? [] : [0]
  for (const at of [...new Set([...commas, ...joins.map((join) => join.at)])].sort((a, b) => a - b)) {
    const own = joins.filter((join) => join.at === at)
    const leads = known.leads(found.slice(at, at + 2)).filter((lead) => lead.at === 0 && lead.weight === 2)
    // "and a list" may be told as "a list", but "that people edit" says nothing by itself.
    if (own.length === 0) starts.push(at)
    else if (inside || leads.length > 0) starts.push(at + Math.max(...own.map(({ length }) => length)))
  }
  const isDangling = ({ at }: { at: number }) => isSmall(language, found[at - 1]?.word ?? "") && !commas.includes(at)
  const ends = joins.filter((join) => !isDangling(join)).map(({ at }) => at)
  return {
    starts: starts.slice(0, MAX_JOINTS),
    ends: [...new Set([...commas, ...ends, found.length])].slice(0, MAX_JOINTS),
    limits: known.exceptions(found).map(({ at }) => at),
  }
}

/** Numbers tell most, then the words that are not too common to tell anything. */
function weight(part: Token[], language: Language): number {
  const numbers = part.filter(isNumber).length
  const telling = part.filter(({ word }) => word.length > 2 && !isSmall(language, word)).length
  return numbers * 1.5 + telling
}

const isNumber = ({ word }: Token) => /^\p{N}/u.test(word)

const isBalanced = (text: string) =>
  text.split("(").length === text.split(")").length && text.replace(/[^"]/g, "").length % 2 === 0
