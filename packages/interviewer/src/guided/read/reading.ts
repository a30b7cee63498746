import type * as Question from "@spec-wizard/core/interviewer/question"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import { type Document, Language } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Act, Aside } from "@spec-wizard/core/protocol/turn"
import { lexicons } from "../languages/languages.ts"
import { clauses } from "../write/clause.ts"
import { labelIn } from "../write/heading.ts"
import { write } from "../write/write.ts"
import { actOf, sift, type Told } from "./acts.ts"
import { languageOf } from "./language.ts"
import { type Segment, structure } from "./structure.ts"

/** What may be said of a whole message. */
export type Whole = Exclude<Act, "signature" | "mail_header" | "speaker" | "heading" | "mark">

export type Reading = {
  /** What the message is when it has no content. */
  act?: Whole
  /** In the order of the message; they do not overlap. */
  asides: Aside[]
  /** Everything that the content becomes, given the document as it stands; corrections and contradictions too. Pure. */
  proposals(document: Document): Operation.Proposal[]
  /** Nothing in it says that it is something else than what was asked for. */
  isPlain: boolean
  /** The question was answered, be it by a number, a date or "yes". Never true without a question, nor of "skip" and "not sure". */
  answered: boolean
  /** What the content speaks to, so that nobody asks it again; the topic of an answered question is among them. */
  topics: Topic.ID[]
  /** Of the content; where it does not tell, the conversation's. */
  language: Language
}

type Said = { id: Message.ID; text: string }
/** `asked`: the question that waited for the message. */
type Context = { language: Language; asked?: Question.ID | undefined; isFirst: boolean }

/** What a message says, and what of it says nothing. */
export function read(said: Said, { language: spoken, asked, isFirst }: Context): Reading {
  const language = languageOf(said.text, spoken)
  const lexicon = lexicons[language]
  const shape = structure(said.text, lexicon, (label) => labelIn(label, lexicon) !== undefined)
  const parts = shape.segments.flatMap((segment) => clauses(said.text, segment, lexicon))
  const { content, told } = understood(said.text, parts, language)
  const asides = [
    ...shape.asides,
    ...told.map(({ act, span }) => ({ ...span, act: act === "deny" ? ("confirm" as const) : act })),
  ].sort((a, b) => a.start - b.start)
  if (content.length === 0) {
    const act = wholeOf(told, asked)
    const answered = asked !== undefined && (act === "confirm" || (act === undefined && told.length > 0))
    return { ...(act && { act }), asides, proposals: () => [], isPlain: false, answered, topics: [], language }
  }
  const topic = Topic.ID.options.find((one) => one === asked)
  const written = write(said, content, topic, isFirst, lexicon)
  const isShort = written.isPlain && content.length <= SHORT && topic !== "users"
  const answered = asked === "else" || (topic !== undefined && (isShort || written.topics.includes(topic)))
  const topics = topic && answered ? [...new Set([...written.topics, topic])] : written.topics
  return { ...written, topics, asides, answered, language }
}

/** So few sentences, of which none says firmly what else it is, are an answer, whatever it is made of. */
const SHORT = 2

/** Who writes in one language may skip in another: a few words that are nothing but that. */
function understood(text: string, parts: readonly Segment[], language: Language): ReturnType<typeof sift> {
  const found = sift(text, parts, lexicons[language])
  const [only, ...more] = found.content
  if (!only || more.length > 0 || found.told.length > 0 || text.trim().split(/\s+/).length > FEW) return found
  const act = Language.options.map((other) => actOf(text, lexicons[other])).find((one) => FOREIGN.has(one))
  return act ? { content: [], told: [{ act, span: only }] } : found
}

const FEW = 4
const FOREIGN = new Set<ReturnType<typeof actOf>>(["skip", "unsure", "clarify", "done"])

/** What a message without content is. A bare "no" ends it where more was asked for, and answers any other question. */
function wholeOf(told: readonly Told[], asked: Question.ID | undefined): Whole | undefined {
  const acts = told.map(({ act }) => act)
  for (const act of WEIGHT) if (acts.includes(act)) return act
  if (!acts.includes("deny")) return undefined
  return asked === "else" || asked === "wrap" ? "done" : undefined
}

/** In this order. */
const WEIGHT = [
  "clarify",
  "done",
  "skip",
  "unsure",
  "off_topic",
  "small_talk",
  "confirm",
  "thanks",
  "greeting",
] as const satisfies Whole[]
