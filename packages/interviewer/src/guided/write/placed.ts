import { Kind } from "@spec-wizard/core/protocol/document"
import type { LabelName, Lexicon } from "../languages/language.ts"
import { entire, phrase } from "../read/phrase.ts"
import { CATEGORIES, categoryOf } from "./category.ts"
import type { Sentence, Test, Verdict } from "./verdict.ts"

/** These decide whatever stands below them. */
export const STRONG = new Set<LabelName | undefined>(["exclusion", "later", "question"])

/** What a heading says of what stands below it. */
export function underHeading(kind: LabelName, { text, lexicon }: Sentence, has: Test): Verdict | undefined {
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
      return { kind: "scope", cue, isLater: true }
    case "deadline":
      return { kind: "constraint", cue }
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

/** What stands in brackets behind a sentence, or alone before or behind a thing: "(later)", "Chat: dropped", "[Won't fix] Chat". */
export function putAside(text: string, { cues }: Lexicon): Verdict | undefined {
  const remark = /\(([^()]+)\)$/.exec(text)?.[1] ?? ""
  const [first, last] = [
    /^[^\p{L}]*\[([^\]]+)\]/u.exec(text)?.[1] ?? "",
    /^[^,:;–—]+(?:[,:;–—]| -)\s+([^,:;]+)$/u.exec(text)?.[1] ?? "",
  ]
  const isDismissed = [first, last].some((words) => entire(cues.dismissed).test(words))
  if (isDismissed || phrase(cues.excluded).test(remark)) return { kind: "exclusion", cue: "not part of it" }
  return phrase(cues.later).test(remark) ? { kind: "scope", cue: "later", isLater: true } : undefined
}
