import type { Language } from "@spec-wizard/core/protocol/document"
import type { Brief } from "./brief.ts"
import { isSame, questionsOf } from "./question.ts"
import { countOf, hasEach, type Stem } from "./stem.ts"

type Phrases = { unsure: string; skip: string; finish: string /** The interviewer would close now. */; closing: Stem[] }

const phrases: Readonly<Record<Language, Phrases>> = {
  en: { unsure: "Not sure", skip: "Skip", finish: "That's all", closing: ["sum up", "summar", "anything else"] },
  de: { unsure: "Weiß nicht", skip: "Überspringen", finish: "Das ist alles", closing: ["zusammenfass", "noch etwas"] },
  es: { unsure: "No lo sé", skip: "Saltar", finish: "Eso es todo", closing: ["resum", "algo más"] },
  fr: { unsure: "Je ne sais pas", skip: "Passer", finish: "C'est tout", closing: ["résum", "autre chose"] },
}

type Asked = { question: string; topic: string | undefined }

export type Visitor = {
  /** What they say to a reply; undefined when they have nothing more to say. */
  answer(reply: string): string | undefined
  /** Questions about what they had answered in full, skipped, or did not know. */
  readonly repeated: readonly string[]
  readonly finish: string
}

/** Somebody who knows what stands in the brief's facts, tells a little of it each time they are asked, and notices being asked twice. */
export function createVisitor(brief: Brief): Visitor {
  const { unsure, skip, finish, closing } = phrases[brief.language]
  const untold = new Map(brief.facts.map(({ topic, say }) => [topic, [...say]]))
  const skipped = new Set(brief.skips.map(({ topic }) => topic))
  const answered: string[] = []
  const closed = new Set<string>()
  const repeated: string[] = []

  const isRepeated = ({ question, topic }: Asked) =>
    (topic !== undefined && closed.has(topic)) || answered.some((before) => isSame(before, question))

  function tell(topic: string): string {
    const left = untold.get(topic)
    const fact = left?.shift()
    if (!left || left.length === 0) closed.add(topic)
    return fact ?? unsure
  }

  /** Not asked for anything, they go on with what is left. */
  function volunteer(): string | undefined {
    const topic = brief.facts.find(({ topic }) => !closed.has(topic))?.topic
    return topic === undefined ? undefined : tell(topic)
  }

  return {
    repeated,
    finish,
    answer(reply) {
      const dispute = brief.contradictions.find(({ name, sides }) => !closed.has(name) && hasEach(reply, sides))
      const asked = questionsOf(reply).map((question) => ({ question, topic: topicOf(brief, question) }))
      const last = asked.at(-1)
      if (!last) return volunteer()
      if (dispute) {
        closed.add(dispute.name)
        answered.push(last.question)
        return dispute.say
      }
      if (last.topic === undefined && countOf(last.question, closing) > 0) return undefined
      repeated.push(...asked.filter(isRepeated).map(({ question }) => question))
      answered.push(...asked.map(({ question }) => question))
      if (last.topic === undefined) return unsure
      if (!skipped.has(last.topic)) return tell(last.topic)
      closed.add(last.topic)
      return skip
    },
  }
}

/** The topic that shares the most words with the question; of equals the one that stands first. */
function topicOf({ facts, skips }: Pick<Brief, "facts" | "skips">, question: string): string | undefined {
  const [best] = [...facts, ...skips]
    .map(({ topic, asked }) => ({ topic, count: countOf(question, asked) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return best?.topic
}
