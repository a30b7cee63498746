import * as Topic from "@spec-wizard/core/interviewer/topic"
import { type Document, type Item, isLive, type Kind, type Language } from "@spec-wizard/core/protocol/document"
import { lexicons } from "../languages/languages.ts"
import { every, phrase } from "../read/phrase.ts"
import type { Heard } from "./heard.ts"

/** Lines of these kinds say what was asked for, whenever they were said. */
const BY_KIND: Partial<Record<Kind, Topic.ID>> = { summary: "purpose", goal: "goal" }

/** Two figures, one a day or a week: more is rarely known. */
const FIGURES = 2

/** Topics that the document's lines answer, whatever was asked. */
export function toldIn({ items }: Document, heard: Heard, language: Language): Topic.ID[] {
  const lines = items.filter((item) => isLive(item) && item.kind !== "question")
  const { cues, slots } = lexicons[language]
  const says = (words: string) => lines.some(({ text }) => phrase(words, slots.numbers).test(text))
  const figures = lines.filter(({ kind, text }) => kind === "context" && phrase(cues.rate, slots.numbers).test(text))
  const found = new Set<Topic.ID | undefined>(lines.map(({ kind }) => BY_KIND[kind]))
  for (const topic of Topic.ID.options) if (says(heard.topics[topic] ?? NEVER)) found.add(topic)
  if (lines.some(isSum(slots.money, slots.numbers))) found.add("budget")
  if (figures.reduce((sum, { text }) => sum + (text.match(every("#", slots.numbers))?.length ?? 0), 0) >= FIGURES)
    found.add("volume")
  return Topic.ID.options.filter((topic) => found.has(topic))
}

const NEVER = "(?!)"

const isSum = (money: string, numbers: string) => (item: Item) =>
  item.kind === "constraint" && phrase(money, numbers).test(item.text)
