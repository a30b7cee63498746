import type { ID } from "@spec-wizard/core/protocol/document"
import type { Draft } from "@spec-wizard/core/protocol/operation"
import type { Statement } from "./statement.ts"

/** A line that is going to be proposed. Other lines of the same patch are named by reference; they get their numbers last. */
export type Line = {
  draft: Draft
  topic: string
  /** Lines of the same message that it serves. */
  serves: Line[]
  /** Lines of the document that it serves. */
  depends?: ID[]
  /** The group of a requirement. */
  feature?: ID | Line
  /** Lines of the same message that a question holds up. */
  blocks: Line[]
  /** Who it is in the lexicon, whatever they are called. */
  person?: string
  /** The rule it holds up; its number takes the place of `RULE` in the draft's condition. */
  enforces?: Line
}

/** Stands in a requirement's condition until the rule has its number. */
export const RULE = "RULE-?"

export const line = (draft: Draft, topic: string, more: Partial<Line> = {}): Line => ({
  draft,
  topic,
  serves: [],
  blocks: [],
  ...more,
})

/** What every line says of where it comes from. */
export const told = ({ evidence, sources }: Pick<Statement, "evidence" | "sources">) => ({
  evidence,
  sources: sources.slice(0, MAX_SOURCES),
  dependsOn: [],
})
const MAX_SOURCES = 20
