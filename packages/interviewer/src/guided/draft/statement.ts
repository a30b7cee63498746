import type * as Note from "@spec-wizard/core/interviewer/note"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Source } from "@spec-wizard/core/protocol/document"
import { plain } from "../gist.ts"
import { about, withoutLabel } from "../labelled.ts"
import { alone } from "../point.ts"
import { classify, type Reading } from "../read/classify.ts"
import { type Clause, clauses, isBrief } from "../read/clause.ts"
import type { Language } from "../read/language.ts"
import type { Found } from "../read/quantity.ts"
import { quantities } from "../read/quantity.ts"
import type { Token } from "../read/token.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import * as Fit from "./fit.ts"
import type { Heard } from "./heard.ts"

/** A note, ready to become lines: without its label and without what only joined it to the sentence before. */
export type Statement = {
  kind: Note.Kind
  topic: string
  text: string
  /** With the topic's label in front, where the answer alone means nothing: "Who uses it: internal dev team". */
  labelled: string
  evidence: "stated" | "from_document" | "inferred" | "default"
  sources: Source[]
  reference?: string
  /** The title it stands under in a pasted brief. */
  heading?: string
  corrects?: string
  /** Words that limit it, said in sentences of their own: "Unless the board decides". */
  exceptions: string[]
  tokens: Token[]
  numbers: Found[]
  reading: Reading
}

export function statements(heard: Heard): Statement[] {
  const { message, notes, language } = heard
  const all = clauses(message.text)
  const isPasted = isBrief(all)
  const headings = new Map(all.map((clause) => [clause.start, clause]))
  const made: Statement[] = []
  for (const note of notes) {
    if (note.source.end <= note.source.start) continue
    const clause = headings.get(note.source.start)
    const whole = statement(heard, note, clause, isPasted)
    for (const one of divided(whole, language)) {
      if (one.text === "") continue
      const last = made.at(-1)
      if (last && continues(one, last, language)) {
        if (one.kind === "rule") last.exceptions.push(one.text)
        else last.text = `${last.text}. ${one.text}`
        last.sources.push(...one.sources)
      } else made.push(last && isStep(one, last, language) ? { ...one, kind: "journey" } : one)
    }
  }
  return made
}

/** The same statement in other words: what it says is read anew. */
export function reworded(statement: Statement, text: string, language: Language): Statement {
  const found = tokens(text)
  return {
    ...statement,
    text,
    labelled: text,
    exceptions: [],
    tokens: found,
    numbers: quantities(found, text, 0, language).filter(({ denied }) => !denied),
    reading: classify({ text, start: 0, end: text.length }, language, undefined),
  }
}

/** Who may do what is told person by person, even under one number. */
function divided(statement: Statement, language: Language): Statement[] {
  if (statement.reference === undefined || statement.topic !== "permissions") return [statement]
  const parts = statement.text.split(/(?<=[.!])\s+(?=\p{Lu})/u)
  return parts.length === 1 ? [statement] : parts.map((part) => reworded(statement, oneSentence(part), language))
}

function statement({ language }: Heard, note: Note.Info, clause: Clause | undefined, isPasted: boolean): Statement {
  const bare = withoutLabel(note.text, note.topic, language)
  const text = oneSentence(alone(plain(bare), language))
  const found = tokens(text)
  const isBare = found.length <= BARE && bare === note.text && Topic.ID.safeParse(note.topic).success
  const isRead = isPasted || note.reference !== undefined
  return {
    kind: note.kind,
    topic: note.topic,
    text,
    labelled: isBare
      ? about(Topic.ID.parse(note.topic), text, language)
      : bare === note.text
        ? text
        : oneSentence(plain(note.text)),
    evidence: note.evidence === "stated" && isRead ? "from_document" : note.evidence,
    sources: [Fit.source(note.source)],
    ...(note.reference !== undefined && { reference: note.reference }),
    ...(clause?.heading !== undefined && { heading: clause.heading }),
    ...(note.corrects !== undefined && { corrects: note.corrects }),
    exceptions: [],
    tokens: found,
    numbers: quantities(found, text, 0, language).filter(({ denied }) => !denied),
    reading: classify({ text, start: 0, end: text.length }, language, undefined),
  }
}

/** So few words mean nothing without their topic. */
const BARE = 3

/** "Who may? Only the chair" is told as "Who may: only the chair"; a line of a document begins with a capital. */
function oneSentence(text: string): string {
  const told = text.replace(/\?\s+(?=\S)/g, ": ").replace(/[.;,\s]+$/, "")
  return told.charAt(0).toUpperCase() + told.slice(1)
}

/** It limits the rule before it, or is a sigh after a complaint. */
function continues(one: Statement, last: Statement, language: Heard["language"]): boolean {
  if (one.corrects !== undefined || one.reference !== undefined) return false
  if (last.kind === "goal" && last.topic === "reason" && POINTING.has(one.tokens[0]?.word ?? ""))
    return one.kind === "goal" || one.topic === "volume"
  if (one.kind !== last.kind) return false
  if (one.kind === "rule")
    return words(language)
      .exceptions(one.tokens.slice(0, 4))
      .some(({ at }) => at === 0)
  return one.kind === "goal" && one.topic === last.topic && one.tokens.length <= 4 && one.numbers.length === 0
}

/** "That costs us four hours a week" goes on with the complaint before it. */
const POINTING = new Set(["that", "this", "it", "das", "dies", "es", "eso", "esto", "cela", "ca", "c"])

/** "The customer then signs on the phone" goes on with the way through, whatever device it names. */
const isStep = (one: Statement, last: Statement, language: Language) =>
  last.kind === "journey" &&
  one.kind === "quality" &&
  one.topic === "devices" &&
  words(language).roles(one.tokens.slice(0, 3)).length > 0
