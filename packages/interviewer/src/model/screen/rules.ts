import { type Words, words } from "./words.ts"

/** `unsure` is for a model to decide, or counts as `on`. */
export type Verdict = "on" | "off" | "unsure"

/** Shorter ones are answers; longer ones are briefs. */
const MIN_WORDS = 4
const MAX_LENGTH = 600

/**
 * Whether a message plainly asks for work of another kind. Costs nothing, and leans to the visitor: a brief, a short answer and everything
 * that speaks of software or of their work is `on`. `isAnswer`: a question came before it, so that even an odd message may answer it.
 */
export function byRules(text: string, { isAnswer = false }: { isAnswer?: boolean } = {}): Verdict {
  const line = text.trim().replace(/\s+/g, " ").replace(/[’‘]/g, "'")
  if (line.length > MAX_LENGTH || line.split(" ").length < MIN_WORDS) return "on"
  const all = Object.values(words)
  if (all.some(({ planning }) => planning.test(line))) return "on"
  const verdicts = all.map((language) => inLanguage(line, language))
  if (verdicts.includes("off")) return isAnswer ? "unsure" : "off"
  return verdicts.includes("unsure") && !isAnswer ? "unsure" : "on"
}

function inLanguage(line: string, { asks, wonders, errands }: Words): Verdict {
  const isErrand = errands.test(line)
  if (asks.test(line)) return isErrand ? "off" : "unsure"
  if (wonders.test(line)) return isErrand ? "off" : "unsure"
  return isErrand ? "unsure" : "on"
}
