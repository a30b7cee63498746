import * as z from "zod/mini"
import * as Message from "./message.ts"

/** What a line of the document is, in the order the document prints them. */
export const Kind = z.enum([
  "summary",
  "context",
  "goal",
  "measure",
  "role",
  "scope",
  "exclusion",
  "journey",
  "feature",
  "requirement",
  "rule",
  "entity",
  "integration",
  "quality",
  "constraint",
  "decision",
  "assumption",
  "risk",
  "question",
  "unsorted",
  "term",
])
export type Kind = z.infer<typeof Kind>

/** What its id begins with: `FR-3` is the third requirement there ever was. */
export const prefixes: Readonly<Record<Kind, string>> = {
  summary: "SUM",
  context: "CTX",
  goal: "GOAL",
  measure: "SM",
  role: "ROLE",
  scope: "SCOPE",
  exclusion: "OUT",
  journey: "UJ",
  feature: "FEAT",
  requirement: "FR",
  rule: "RULE",
  entity: "ENT",
  integration: "INT",
  quality: "NFR",
  constraint: "CON",
  decision: "DEC",
  assumption: "ASM",
  risk: "RISK",
  question: "Q",
  unsorted: "U",
  term: "TERM",
}

export const MAX_TEXT = 2_000
const MAX_TITLE = 120
const MAX_WORD = 300
const MAX_LIST = 20

/** Document ids are counted, never reused: a retired `FR-3` keeps its number. */
export const ID = z.string().check(z.regex(/^[A-Z]{1,5}-[1-9]\d{0,4}$/))
export type ID = z.infer<typeof ID>

/** A requirement's criterion: `AC-3.2` is the second of `FR-3`. */
export const CriterionID = z.string().check(z.regex(/^AC-[1-9]\d{0,4}\.[1-9]\d{0,2}$/))

const Text = z.string().check(z.minLength(1), z.maxLength(MAX_TEXT))
const Words = z.string().check(z.minLength(1), z.maxLength(MAX_WORD))
const WordList = z.array(Words).check(z.maxLength(MAX_LIST))

/** `proposed` until the visitor has said it or agreed to it. Nothing is deleted: what no longer holds says why. */
export const State = z.enum(["proposed", "accepted", "disputed", "superseded", "retired"])
export type State = z.infer<typeof State>

/** Where a line comes from, exactly one: said, agreed to, read in a document, concluded, or filled in for want of an answer. */
export const Evidence = z.enum(["stated", "confirmed", "from_document", "inferred", "default"])
export type Evidence = z.infer<typeof Evidence>

/** `quote` is the message's text from `start` to `end` (UTF-16 units), unchanged; code checks it. */
export const Source = z.strictObject({
  messageId: Message.ID,
  quote: z.string().check(z.minLength(1), z.maxLength(4_000)),
  start: z.int().check(z.gte(0)),
  end: z.int().check(z.gte(1)),
  /** The rest of a sentence that was quoted in part: it stands beside the line, and says nothing of what the line says. */
  context: z.optional(z.literal(true)),
})
export type Source = z.infer<typeof Source>

export const Priority = z.enum(["must", "should", "could", "wont"])
export type Priority = z.infer<typeof Priority>

/** EARS: the parts of a requirement's sentence. @see https://alistairmavin.com/ears/ */
export const Ears = z.strictObject({
  pattern: z.enum(["ubiquitous", "event", "state", "unwanted", "optional", "complex"]),
  /** Optional feature: "Where the visitor pays online". */
  where: z.optional(Words),
  /** State: "While the shop is closed". */
  while: z.optional(Words),
  /** Event: "When the 13th cake is ordered". */
  when: z.optional(Words),
  /** Unwanted behaviour: "If the payment fails". */
  if: z.optional(Words),
  system: Words,
  shall: Text,
})
export type Ears = z.infer<typeof Ears>

/**
 * How somebody would see that a requirement is met. `given`, `when` and `then` only where somebody said them; those from before criteria had a
 * text have all three and no `text`.
 */
export const Criterion = z.strictObject({
  id: CriterionID,
  case: z.enum(["happy", "edge", "error"]),
  given: z.optional(Text),
  when: z.optional(Text),
  then: z.optional(Text),
  text: z.optional(Text),
  evidence: z._default(Evidence, "inferred"),
  sources: z._default(z.array(Source).check(z.maxLength(MAX_LIST)), []),
})
export type Criterion = z.infer<typeof Criterion>

/** What only lines of one kind have. All of it may be unknown yet. */
const own = {
  summary: {},
  context: {},
  goal: {},
  measure: {
    metric: z.optional(Words),
    baseline: z.optional(Words),
    target: z.optional(Words),
    method: z.optional(Words),
  },
  role: { job: z.optional(Words), may: z.optional(WordList), mayNot: z.optional(WordList), count: z.optional(Words) },
  scope: { when: z.optional(z.enum(["now", "later"])), reason: z.optional(Words) },
  exclusion: { reason: z.optional(Words) },
  journey: {
    role: z.optional(Words),
    start: z.optional(Words),
    steps: z.optional(WordList),
    end: z.optional(Words),
    failure: z.optional(Words),
  },
  feature: {},
  requirement: {
    feature: z.optional(ID),
    /** Only where the sentence has these parts. */
    ears: z.optional(Ears),
    criteria: z.array(Criterion).check(z.maxLength(MAX_LIST)),
    /** The highest number a criterion of it has had, where one was taken away: none is used twice. */
    lastCriterion: z.optional(z.int().check(z.gte(1), z.lte(999))),
    /** The number it had in the visitor's own brief: "3.2". */
    reference: z.optional(Words),
  },
  rule: { example: z.optional(Words), exception: z.optional(Words) },
  entity: {
    attributes: z.optional(WordList),
    personal: z.optional(z.boolean()),
    retention: z.optional(Words),
    volume: z.optional(Words),
  },
  integration: {
    system: z.optional(Words),
    direction: z.optional(z.enum(["in", "out", "both"])),
    data: z.optional(Words),
    onFailure: z.optional(Words),
  },
  quality: {
    /** A characteristic of ISO/IEC 25010, and accessibility, privacy, and look and feel, which buyers ask for by name. */
    category: z.enum([
      "functional suitability",
      "performance",
      "compatibility",
      "usability",
      "accessibility",
      "reliability",
      "security",
      "privacy",
      "maintainability",
      "portability",
      "look and feel",
    ]),
    measure: z.optional(Words),
    threshold: z.optional(Words),
    method: z.optional(Words),
  },
  constraint: {},
  decision: { alternatives: z.optional(WordList), reason: z.optional(Words), who: z.optional(Words) },
  assumption: { used: z.optional(Words), impact: z.optional(Words) },
  risk: { cause: z.optional(Words), effect: z.optional(Words), mitigation: z.optional(Words) },
  question: {
    why: z.optional(Words),
    choices: z.optional(WordList),
    recommended: z.optional(Words),
    /** 1–10 each: how much depends on the answer, and how little is known. */
    impact: z.optional(z.int().check(z.gte(1), z.lte(10))),
    uncertainty: z.optional(z.int().check(z.gte(1), z.lte(10))),
    blocks: z.optional(z.array(ID).check(z.maxLength(MAX_LIST))),
    answer: z.optional(Text),
  },
  /** Kept word for word; nobody has said yet what it is. */
  unsorted: {},
  term: { meaning: z.optional(Text) },
} as const satisfies Record<Kind, z.core.$ZodShape>

/** Of a line that somebody said, what nobody did: how much it is wanted, and steps, by their words. */
export const Guesses = z.strictObject({ priority: z.optional(z.literal(true)), steps: z.optional(WordList) })
export type Guesses = z.infer<typeof Guesses>

/** What anybody may say about a line of any kind. */
const said = {
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_TITLE))),
  text: Text,
  sources: z.array(Source).check(z.maxLength(MAX_LIST)),
  priority: z.optional(Priority),
  guesses: z.optional(Guesses),
  /** What in the text gave the line its kind: the name of a heading's, a slot's or a phrase's rule. */
  cue: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  dependsOn: z.array(ID).check(z.maxLength(100)),
  rationale: z.optional(Words),
}

/** What the document itself keeps about it. */
const kept = {
  id: ID,
  state: State,
  evidence: Evidence,
  locked: z.enum(["none", "visitor", "operator"]),
  /** Why it was retired or disputed. */
  remark: z.optional(Words),
  supersededBy: z.optional(ID),
  /** Versions of the document. */
  addedIn: z.int(),
  changedIn: z.int(),
}

const of = <K extends Kind>(kind: K) => z.strictObject({ kind: z.literal(kind), ...said, ...kept, ...own[kind] })
export const Item = z.discriminatedUnion("kind", [
  of("summary"),
  of("context"),
  of("goal"),
  of("measure"),
  of("role"),
  of("scope"),
  of("exclusion"),
  of("journey"),
  of("feature"),
  of("requirement"),
  of("rule"),
  of("entity"),
  of("integration"),
  of("quality"),
  of("constraint"),
  of("decision"),
  of("assumption"),
  of("risk"),
  of("question"),
  of("unsorted"),
  of("term"),
])
export type Item = z.infer<typeof Item>
export type ItemOf<K extends Kind> = Extract<Item, { kind: K }>

export const Language = z.enum(["en", "de", "es", "fr"])
export type Language = z.infer<typeof Language>

/** The document: every line there ever was, in the order of their numbers within a kind. */
export const Document = z.strictObject({
  version: z.int(),
  language: Language,
  items: z.array(Item),
  /** The highest number each kind has used, also by lines that an undo took away. */
  used: z.partialRecord(Kind, z.int()),
})
export type Document = z.infer<typeof Document>

export const empty = (language: Language): Document => ({ version: 0, language, items: [], used: {} })

/** Lines that still count. */
export const isLive = ({ state }: Pick<Item, "state">) => state !== "superseded" && state !== "retired"
