import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { sentenceCase } from "./gist.ts"
import { lowered } from "./mirror.ts"
import { phrases } from "./phrase/phrases.ts"
import type { Language } from "./read/language.ts"

/** A short answer with what it is about, so that it can be read alone: "Who uses it: only our own team uses it". */
export function about(topic: Topic.ID, answer: string, language: Language): string {
  const value = lowered(answer.replace(/\.$/, ""), language)
  // "The budget: the budget is …" says it twice.
  return value.startsWith(phrases[language].questions[topic].label)
    ? sentenceCase(value)
    : `${prefix(topic, language)}${value}`
}

/** The answer alone, where a heading already says what it is about. */
export function withoutLabel(text: string, topic: string, language: Language): string {
  const known = Topics.has(topic) ? prefix(topic as Topic.ID, language) : undefined // one of the record's own keys
  return known !== undefined && text.startsWith(known) ? sentenceCase(text.slice(known.length)) : text
}

const Topics = new Set<string>(Object.keys(phrases.en.questions))

const prefix = (topic: Topic.ID, language: Language) =>
  `${sentenceCase(phrases[language].questions[topic].label)}${phrases[language].closing.colon}`
