import type { Language } from "@spec-wizard/core/protocol/document"
import type { acts } from "./en/acts.ts"
import type { cues, subjects } from "./en/cues.ts"
import { type columns, labels } from "./en/labels.ts"
import type { roles } from "./en/roles.ts"
import type { ears, slots } from "./en/slots.ts"

/** Every language has what English has; its files say what each is for. */
export type Acts = typeof acts
export type Labels = typeof labels
export type Columns = typeof columns
export type Cues = typeof cues
export type Subjects = typeof subjects
export type Roles = typeof roles
export type Slots = typeof slots
export type EarsWords = typeof ears

export type LabelName = Exclude<keyof Labels, "head">
export const labelNames = Object.keys(labels).filter((name): name is LabelName => name !== "head")

/** All that the reader has to know of a language. */
export type Lexicon = {
  language: Language
  acts: Acts
  labels: Labels
  columns: Columns
  cues: Cues
  subjects: Subjects
  roles: Roles
  slots: Slots
  ears: EarsWords
}
