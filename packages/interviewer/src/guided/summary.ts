import type * as Note from "@spec-wizard/core/interviewer/note"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import * as Choose from "./choose.ts"
import { clip, sentenceCase } from "./gist.ts"
import { withoutLabel } from "./labelled.ts"
import type * as Memory from "./memory.ts"
import { MAX_GIST } from "./memory.ts"
import type { Area } from "./phrase/phrases.ts"
import { AREAS, phrases } from "./phrase/phrases.ts"
import { alone, point, withoutLead } from "./point.ts"
import type { Language } from "./read/language.ts"
import { fold, tokens } from "./read/token.ts"
import { words } from "./read/words.ts"

/** Words of the visitor that the closing may repeat. With the frame around them it stays under about 150. */
const MAX_WORDS = 95
const MAX_ITEM = 84
const MAX_SUMMARY = 110
const MAX_OPEN = 4

const areaOf: Partial<Record<Note.Kind, Area>> = {
  summary: "what",
  goal: "what",
  role: "people",
  scope: "working",
  journey: "working",
  requirement: "working",
  term: "working",
  rule: "rules",
  exclusion: "out",
  entity: "data",
  integration: "data",
  quality: "quality",
  measure: "quality",
  constraint: "frame",
  decision: "frame",
}

/** The closing: what is known by area, then honestly what is open and what was assumed. */
export function summary(memory: Memory.Info, notes: readonly Note.Info[], language: Language): string {
  const { closing } = phrases[language]
  const known = lines(standing(notes), language)
  const assumed = notes
    .filter((note) => note.kind === "assumption")
    .map((note) => shown(note, language, MAX_SUMMARY))
    .slice(-2)
  const open = openThings(memory, notes, language)
  const paragraphs = [known.length > 0 ? [closing.lead, ...known].join("\n") : closing.leadEmpty]
  const rest: string[] = []
  if (open.length > 0) rest.push(`${closing.open}${closing.colon}${ended(open.join(closing.separator))}`)
  else rest.push(closing.nothingOpen)
  if (assumed.length > 0) rest.push(`${closing.assumed}${closing.colon}${ended(assumed.join(closing.separator))}`)
  return [...paragraphs, rest.join("\n"), closing.end].join("\n\n")
}

/** Without what a later note took back. */
function standing(notes: readonly Note.Info[]): Note.Info[] {
  const corrected = notes.flatMap((note) => note.corrects?.replace(/…$/, "") ?? [])
  // Only a note that says little else goes: half a sentence taken back leaves the other half standing.
  const isTakenBack = ({ source: { quote } }: Note.Info) =>
    corrected.some((words) => words.length > quote.length / 2 && clip(quote, MAX_GIST * 2).includes(words))
  return notes.filter((note) => !isTakenBack(note))
}

function lines(notes: readonly Note.Info[], language: Language): string[] {
  const { closing } = phrases[language]
  const chosen = new Map<Area, string[]>()
  const told: Set<string>[] = []
  const byArea = new Map<Area, Note.Info[]>()
  for (const note of notes) {
    const area = areaOf[note.kind]
    if (area) byArea.set(area, [...(byArea.get(area) ?? []), note])
  }
  for (const [area, all] of byArea) byArea.set(area, ranked(all, language))
  let size = 0
  // One line of each area first, then more where there is room: no area is crowded out by another.
  for (let round = 0; round < ROUNDS; round++)
    for (const area of AREAS) {
      const note = (byArea.get(area) ?? []).find((one) => !told.some((earlier) => isAlike(earlier, content(one))))
      if (!note) continue
      const item = shown(note, language, note.kind === "summary" ? MAX_SUMMARY : MAX_ITEM)
      const count = item.split(" ").length
      if (size + count > MAX_WORDS) continue
      size += count
      told.push(content(note))
      chosen.set(area, [...(chosen.get(area) ?? []), item])
    }
  return AREAS.flatMap((area) => {
    const items = chosen.get(area)
    if (!items) return []
    const left = (byArea.get(area) ?? []).filter((note) => !told.some((one) => isAlike(one, content(note)))).length
    const more = left > 0 ? `${closing.separator}${closing.more(left)}` : ""
    return [`- ${closing.areas[area]}${closing.colon}${items.join(closing.separator)}${more}`]
  })
}
const ROUNDS = 3

/** As a line shows it: without what only joined it to the sentence before, and as a whole thought where it has to be shorter. */
function shown(note: Note.Info, language: Language, max: number): string {
  const isNamed = NAMED_BY_HEADING.has(note.kind) || note.text.length > max
  const text = isNamed ? withoutLabel(note.text, note.topic, language) : note.text
  const found = point(text, language, {
    fits: (part) => part.length <= max,
    inside: note.kind === "measure",
    anywhere: true,
    needsNumber: note.kind === "measure" && note.quantities.length > 0,
  })
  const more = found?.rest === "exception" ? " …" : ""
  return sentenceCase(withoutStop(found ? `${found.text}${more}` : clip(alone(text, language), max)))
}
const NAMED_BY_HEADING = new Set<Note.Kind>(["summary", "role", "rule", "exclusion", "assumption"])

/** Most informative first: numbers, then words that tell something; remarks that lean on the sentence before them last. */
function ranked(notes: readonly Note.Info[], language: Language): Note.Info[] {
  const weight = (note: Note.Info) =>
    Math.min(content(note).size, 8) +
    Math.min(note.quantities.length, 2) * 2 +
    (note.text.length <= MAX_ITEM ? 2 : 0) +
    (note.topic === CHIEF[note.kind] ? 1 : 0) +
    (note.kind === "measure" ? 3 : 0) -
    (leans(note.text, language) ? 3 : 0)
  return [...notes].sort((a, b) => weight(b) - weight(a))
}

const leans = (text: string, language: Language) =>
  withoutLead(text, language) !== text ||
  words(language)
    .exceptions(tokens(text.slice(0, MAX_ITEM)))
    .some(({ at }) => at === 0)

/** The first thing said about what it is counts more than a later remark. */
const CHIEF: Partial<Record<Note.Kind, Topic.ID>> = { summary: "purpose", role: "users", goal: "purpose" }

/** Words of some length, by their beginning: enough to see that two lines say the same. */
const content = ({ text }: Note.Info) =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3 || /\p{N}/u.test(word))
      .map((word) => word.slice(0, 6)),
  )

const isAlike = (a: Set<string>, b: Set<string>) => {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared >= Math.min(a.size, b.size) * 0.6
}

function openThings(memory: Memory.Info, notes: readonly Note.Info[], language: Language): string[] {
  const { questions, closing } = phrases[language]
  const unsure = Topic.ID.options.filter((topic) => memory.topics[topic]?.status === "unsure")
  const missing = Choose.missing(memory).filter((topic) => Topic.topics[topic].impact >= 5)
  const asked = notes
    .filter((note) => note.kind === "question" && note.evidence === "stated")
    .map((note) => shown(note, language, MAX_ITEM))
  const labels = [...new Set([...unsure, ...missing])].map((topic) => questions[topic].label)
  return [
    ...memory.unresolved.map(({ older, newer }) =>
      closing.disputed(withoutLead(older, language), withoutLead(newer, language)),
    ),
    ...asked.slice(-1),
    ...labels,
  ].slice(0, MAX_OPEN)
}

const ended = (text: string) => (text.endsWith("…") ? text : `${text}.`)

/** A closing asks nothing: "Who may? Only the chair." is told as "Who may: only the chair". */
const withoutStop = (text: string) =>
  text
    .replace(/[.?!]$/, "")
    .replaceAll("? ", ": ")
    .replaceAll("?", "")
