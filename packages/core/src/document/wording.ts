import type { Document, Evidence, ItemOf, Kind } from "../protocol/document.ts"
import type { Gap } from "../protocol/readiness.ts"

export type Language = Document["language"]

/** What a document says around its lines. */
export type Wording = {
  document: string
  version: (version: number) => string
  /** What somebody said, by its number: "message 4". */
  message: (number: number) => string
  /** Headings, in the order they are printed. */
  sections: Record<Section, string>
  evidence: Record<Evidence, string>
  level: Record<"not-yet" | "estimate" | "build", string>
  /** What is missing, as a question a visitor can tap: it is sent in their name. */
  gaps: Record<Gap, string>
  labels: Record<Label, string>
  /** Characteristics of quality, in a buyer's words. */
  categories: Record<ItemOf<"quality">["category"], string>
  counts: Record<"requirements" | "questions" | "guesses" | "unsorted", (count: number) => string>
  /** The open question of a line that nobody has agreed a check for. */
  check: (id: string) => string
  /** Where a file for tools comes from, and whose words stand in it. At least 50 characters, which OpenSpec wants of a purpose. */
  origin: (version: number) => string
  /** How a user story begins: "As a member, I want". */
  story: RegExp
  /** Between a label and its value. */
  colon: string
  /** In lower case, with their full stop: what ends no sentence. */
  abbreviations: readonly string[]
  /** In lower case: words that turn a sentence into its opposite. */
  negations: readonly string[]
  /** In lower case: words that keep a sentence from holding for everybody or always. */
  restrictions: readonly string[]
  /** Asks which of two sayings holds. */
  which: (one: string, other: string) => string
  /** Around something that was said word for word. */
  quotes: readonly [open: string, close: string]
  empty: string
}

/** Beside the word, so that nobody needs to see colours. */
export const EVIDENCE_ICONS: Readonly<Record<Evidence, string>> = {
  stated: "◆",
  confirmed: "✔",
  from_document: "▤",
  inferred: "◇",
  default: "○",
}

/** "◆ you said" */
export const proof = (of: { evidence: Evidence }, { evidence }: Pick<Wording, "evidence">): string =>
  `${EVIDENCE_ICONS[of.evidence]} ${evidence[of.evidence]}`

/** Sections of the document in the order they are printed; one or more kinds of line each. */
export const SECTIONS = [
  { name: "summary", kinds: ["summary"], isShort: true },
  { name: "background", kinds: ["context"], isShort: true },
  { name: "goals", kinds: ["goal", "measure"], isShort: true },
  { name: "roles", kinds: ["role"], isShort: true },
  { name: "scope", kinds: ["scope", "exclusion"], isShort: true },
  { name: "journeys", kinds: ["journey"], isShort: true },
  { name: "requirements", kinds: ["feature", "requirement"], isShort: true },
  { name: "rules", kinds: ["rule"], isShort: false },
  { name: "data", kinds: ["entity"], isShort: false },
  { name: "integrations", kinds: ["integration"], isShort: false },
  { name: "quality", kinds: ["quality"], isShort: true },
  { name: "constraints", kinds: ["constraint", "decision"], isShort: false },
  { name: "assumptions", kinds: ["assumption"], isShort: false },
  { name: "risks", kinds: ["risk"], isShort: false },
  { name: "questions", kinds: ["question"], isShort: true },
  { name: "unsorted", kinds: ["unsorted"], isShort: true },
  { name: "glossary", kinds: ["term"], isShort: false },
] as const satisfies readonly { name: string; kinds: readonly Kind[]; isShort: boolean }[]

export type Section = (typeof SECTIONS)[number]["name"] | "traceability" | "history"

/** Small words beside a line or before a field's value. */
export const LABELS = [
  // the cover
  "missing",
  "reference",
  "fingerprint",
  // beside a line
  "must",
  "should",
  "could",
  "wont",
  "now",
  "later",
  "not",
  "disputed",
  "locked",
  "guesses",
  "everything",
  "quote",
  "beside",
  "unchecked",
  "unranked",
  // criteria
  "given",
  "when",
  "then",
  "happy",
  "edge",
  "error",
  // fields of a line
  "number",
  "metric",
  "baseline",
  "target",
  "method",
  "job",
  "may",
  "mayNot",
  "count",
  "reason",
  "role",
  "start",
  "steps",
  "end",
  "failure",
  "example",
  "exception",
  "attributes",
  "personal",
  "yes",
  "no",
  "retention",
  "volume",
  "system",
  "direction",
  "in",
  "out",
  "both",
  "data",
  "category",
  "measure",
  "threshold",
  "alternatives",
  "who",
  "used",
  "impact",
  "cause",
  "effect",
  "mitigation",
  "why",
  "choices",
  "recommended",
  "weight",
  "uncertainty",
  "blocks",
  "answer",
  "meaning",
  "serves",
  "superseded",
  "retired",
  // columns of the tables
  "line",
  "criteria",
  "messages",
  "version",
  "date",
  "by",
  "visitor",
  "interviewer",
  "import",
  "added",
  "changed",
  "removed",
] as const
export type Label = (typeof LABELS)[number]
