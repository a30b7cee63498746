import type { Call } from "../call.ts"
import type { Play, Tool } from "../play.ts"
import { fill, type Wish } from "./fill.ts"
import { languageOf } from "./language.ts"
import { phrases } from "./phrases.ts"
import { isScreening, screened } from "./screening.ts"
import { lastNumber, lastWords, sentencesOf, wholeText } from "./visitor.ts"

/**
 * A model that interviews as one would expect, the same every time: it affirms, asks one question, proposes a line or two with the
 * visitor's own words and offers answers. It calls the tools with what fits the schema they were offered with. Whoever tells it that its
 * proposal was refused gets it again, without a word.
 */
export function interviewing(call: Call): Play {
  if (isScreening(call)) return screened(call)
  if (call.messages.at(-1)?.role === "tool" && saidSince(call)) return { tools: wasRefused(call) ? proposed(call) : [] }
  const { affirm, questions, last } = phrases[languageOf(call)]
  const known = wholeText(call)
  const turn = call.messages.filter(({ role }) => role === "assistant").length
  const question = questions.find(({ ask }) => !known.includes(ask)) ?? last
  return {
    text: `${affirm[turn % affirm.length]} ${question.ask}`,
    tools: [...offered(call, question.choices), ...proposed(call)],
  }
}

const lastAsked = ({ messages }: Call) => messages.findLastIndex(({ role }) => role === "user")

const saidSince = (call: Call): boolean =>
  call.messages.slice(lastAsked(call) + 1).some(({ role, text }) => role === "assistant" && text !== "")

const wasRefused = ({ messages }: Call): boolean =>
  messages
    .at(-1)
    ?.results.some(({ text, isError }) => isError || /\b(again|refused|invalid|not written down)\b/i.test(text)) ??
  false

const MIN_WORDS = 4
const MAX_LINES = 2

function proposed(call: Call): Tool[] {
  const schema = call.schemas["propose"]
  if (!schema) return []
  const isFirst = call.messages.slice(0, lastAsked(call)).every(({ role }) => role !== "assistant")
  const lines = sentencesOf(lastWords(call))
    .filter((sentence) => sentence.split(/\s+/).length >= MIN_WORDS)
    .slice(0, MAX_LINES)
    .map((quote, at) => lineOf(quote, isFirst && at === 0 ? "goal" : kindOf(quote)))
  if (lines.length === 0) return []
  const message = lastNumber(call)
  return [{ name: "propose", input: fill(schema, { each: lines, message, language: languageOf(call) }) }]
}

const lineOf = (quote: string, kind: string): Wish => ({ op: "add", kind, text: quote, quote, evidence: "stated" })

function kindOf(sentence: string): string {
  if (/\b(no|not|never|nicht|kein\w*|nie|nunca|nada|sin|pas|jamais|aucune?)\b/i.test(sentence)) return "exclusion"
  return /\d/.test(sentence) ? "rule" : "scope"
}

function offered(call: Call, choices: string[]): Tool[] {
  const schema = call.schemas["offer_choices"]
  const each = choices.map((choice) => ({ label: choice, value: choice, text: choice }))
  return schema ? [{ name: "offer_choices", input: fill(schema, { each }) }] : []
}
