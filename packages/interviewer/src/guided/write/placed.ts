import { Kind } from "@spec-wizard/core/protocol/document"
import type { LabelName, Lexicon } from "../languages/language.ts"
import { entire, opening, phrase } from "../read/phrase.ts"
import { CATEGORIES, categoryOf } from "./category.ts"
import type { Sentence, Test, Verdict } from "./verdict.ts"

/** These decide whatever stands below them. */
export const STRONG = new Set<LabelName | undefined>(["exclusion", "later", "question"])

/** What a heading says of what stands below it. */
export function underHeading(
  kind: LabelName,
  { text, lexicon, segment, frame }: Sentence,
  has: Test,
): Verdict | undefined {
  const cue = `heading: ${kind}`
  switch (kind) {
    case "entity":
      return has("forbid") || has("only") || has("nobody") ? { kind: "rule", cue } : { kind, cue }
    case "context":
      return has("oblige") || has("excluded") || has("unwanted") ? undefined : { kind, cue }
    case "role":
    case "requirement":
      return undefined
    case "later":
      return has("unwanted") || has("no") ? { kind: "exclusion", cue } : { kind: "scope", cue, isLater: true }
    case "deadline": {
      // A heading over a few points, or before one; what is told below it without a day or a sum is something else.
      const { date, numbers } = lexicon.slots
      const isPoint = segment.isBullet || frame.isLabelled || segment.row !== undefined
      return isPoint || phrase(`#|${date.trim().replace(/\n\s*/g, "|")}`, numbers).test(text)
        ? { kind: "constraint", cue }
        : undefined
    }
    case "journey":
      return { kind: "requirement", cue }
    case "quality":
      return { kind: "quality", cue, category: categoryOf(text, lexicon) ?? "functional suitability" }
    default: {
      // Any other heading is called like what stands below it.
      const same = Kind.safeParse(kind).data
      if (same && same !== "unsorted" && same !== "feature") return { kind: same, cue }
      const category = CATEGORIES.find(([name]) => name === kind)?.[1]
      return category && { kind: "quality", cue, category }
    }
  }
}

/** Below somebody's name stands what they may and may not do. */
export function underSubject({ text, frame, lexicon }: Sentence, has: Test): Verdict | undefined {
  if (frame.isSpoken) return has("want") && !has("unwanted") ? { kind: "requirement", cue: "story" } : undefined
  const cue = frame.isStem ? "heading: modal" : "heading: person"
  if (has("forbid") || has("only") || has("nobody")) return { kind: "rule", cue }
  if ((has("state") || has("about")) && phrase("#", lexicon.slots.numbers).test(text) && !has("limit"))
    return { kind: "context", cue: "count" }
  return { kind: "requirement", cue }
}

/** What stands in brackets behind a sentence, or alone before or behind a thing: "(later)", "Chat: no", "[Won't fix] Chat". */
export function putAside(text: string, { acts, cues }: Lexicon): Verdict | undefined {
  const found = (pattern: RegExp) => pattern.exec(text)?.[1] ?? ""
  const remark = found(/\(([^()]+)\)$/)
  const isDismissed = (words: string) => entire(cues.dismissed).test(words)
  const last = found(/^[^,:;–—]+(?:[,;–—]| -)\s+([^,:;]+)$/u)
  const isOut =
    [found(/^[^\p{L}]*\[([^\]]+)\]/u), found(/^[^,:;–—]+:\s+([^,:;]+)(?:,[^:;]*)?$/u)].some(isDismissed) ||
    (isDismissed(last) && !entire(acts.deny).test(last))
  // "Las cuotas no, las lleva el tesorero": a thing, and behind it that it is not wanted.
  const [thing = ""] = text.split(",")
  const isRefused = entire(`(?:_ ){1,4}(?:${cues.dismissed})`).test(thing) && !opening(acts.filler).test(thing)
  if (isOut || isRefused || phrase(cues.excluded).test(remark)) return { kind: "exclusion", cue: "not part of it" }
  return phrase(cues.later).test(remark) ? { kind: "scope", cue: "later", isLater: true } : undefined
}
