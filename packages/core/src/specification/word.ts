import type { Gap } from "./readiness.ts"
import type { Document, Evidence, Kind } from "./schema.ts"

export type Language = Document["language"]

/** What a document says around its lines. */
export type Wording = {
  document: string
  version: (version: number) => string
  /** Headings, in the order they are printed. */
  sections: Record<Section, string>
  evidence: Record<Evidence, string>
  level: Record<"not-yet" | "estimate" | "build", string>
  /** What is missing, as one who reads the document would say it. */
  gaps: Record<Gap, string>
  labels: Record<Label, string>
  empty: string
}

/** Sections of the document by number; one or more kinds of line each. */
export const SECTIONS = [
  { name: "summary", kinds: ["summary"], isShort: true },
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
  { name: "glossary", kinds: ["term"], isShort: false },
] as const satisfies readonly { name: string; kinds: readonly Kind[]; isShort: boolean }[]

export type Section = (typeof SECTIONS)[number]["name"] | "traceability" | "history"

/** Small words before a field's value. */
export const LABELS = [
  "missing",
  "priority",
  "must",
  "should",
  "could",
  "wont",
  "disputed",
  "guesses",
  "given",
  "when",
  "then",
  "quote",
  "target",
  "baseline",
  "method",
  "threshold",
  "personal",
  "retention",
  "impact",
  "why",
  "choices",
  "answer",
  "reason",
  "serves",
  "superseded",
  "retired",
  "steps",
  "failure",
] as const
export type Label = (typeof LABELS)[number]
