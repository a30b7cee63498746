import * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Lexicon, Subjects } from "../languages/language.ts"
import { phrase } from "../read/phrase.ts"
import { isLook } from "./category.ts"
import type { Verdict } from "./verdict.ts"

/** What a line of a kind answers. */
const BY_KIND: Partial<Record<Verdict["kind"], readonly Topic.ID[]>> = {
  summary: ["purpose"],
  role: ["users"],
  journey: ["journey"],
  rule: ["rules"],
  exclusion: ["exclusions"],
  measure: ["success"],
  entity: ["data"],
  integration: ["integrations"],
  goal: ["reason"],
  scope: ["scope"],
  term: ["terms"],
}

const BY_CUE: Readonly<Record<string, readonly Topic.ID[]>> = {
  "date and ready": ["deadline"],
  "money and budget": ["budget"],
  count: ["volume"],
  "keep and years": ["retention"],
  today: ["reason", "migration"],
  trouble: ["reason"],
  past: ["reason"],
  "heading: person": ["users", "permissions"],
  "table: actor": ["users"],
}

/** A word of the same name tells; of the look more than one is wanted. */
const isWord = (topic: Topic.ID, subjects: Subjects): topic is Topic.ID & keyof Subjects =>
  topic !== "look" && topic in subjects

/** A word of the topic stands in it. */
export const isNamed = (topic: Topic.ID, text: string, { subjects, slots }: Lexicon): boolean =>
  isWord(topic, subjects) && phrase(subjects[topic], slots.numbers).test(text)

/** What a sentence speaks to. The look is asked unless more than one word of it was said. */
export function topicsOf(text: string, verdict: Verdict | undefined, lexicon: Lexicon): Topic.ID[] {
  const { subjects, slots, cues } = lexicon
  const found = new Set<Topic.ID>()
  if (verdict) for (const topic of [...(BY_KIND[verdict.kind] ?? []), ...(BY_CUE[verdict.cue] ?? [])]) found.add(topic)
  const asked =
    verdict?.cue.startsWith("asked: ") && Topic.ID.options.find((topic) => verdict.cue === `asked: ${topic}`)
  if (asked) found.add(asked)
  for (const topic of Topic.ID.options) if (isNamed(topic, text, lexicon)) found.add(topic)
  if (isLook(text, subjects)) found.add("look")
  if (verdict?.kind === "constraint" && phrase(slots.money, slots.numbers).test(text)) found.add("budget")
  if (verdict?.kind === "constraint" && phrase(slots.date, slots.numbers).test(text)) found.add("deadline")
  if (verdict && phrase(cues.condition).test(text) && verdict.kind !== "measure") found.add("failure")
  return Topic.ID.options.filter((topic) => found.has(topic))
}
