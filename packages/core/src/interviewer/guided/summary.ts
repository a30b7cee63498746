import type * as Note from "../note.ts"
import * as Choose from "./choose.ts"
import { clip } from "./gist.ts"
import type * as Memory from "./memory.ts"
import { MAX_GIST } from "./memory.ts"
import type { Area } from "./phrase/phrases.ts"
import { AREAS, phrases } from "./phrase/phrases.ts"
import type { Language } from "./read/language.ts"
import * as Topic from "./topic.ts"

/** Words of the visitor that the closing may repeat. With the frame around them it stays under about 150. */
const MAX_WORDS = 95
const MAX_ITEM = 68
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
  const assumed = notes.filter((note) => note.kind === "assumption").map((note) => clip(note.text, MAX_SUMMARY))
  const open = openThings(memory, notes, language)
  const paragraphs = [known.length > 0 ? [closing.lead, ...known].join("\n") : closing.leadEmpty]
  const rest: string[] = []
  if (open.length > 0) rest.push(`${closing.open}${closing.colon}${ended(open.join(closing.separator))}`)
  else rest.push(closing.nothingOpen)
  if (assumed.length > 0)
    rest.push(`${closing.assumed}${closing.colon}${ended(assumed.slice(-2).map(withoutStop).join(closing.separator))}`)
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

function lines(notes: Note.Info[], language: Language): string[] {
  const { closing } = phrases[language]
  const chosen = new Map<Area, string[]>()
  const counts = new Map<Area, number>()
  const byArea = new Map<Area, Note.Info[]>()
  for (const note of notes) {
    const area = areaOf[note.kind]
    if (!area) continue
    byArea.set(area, [...(byArea.get(area) ?? []), note])
    counts.set(area, (counts.get(area) ?? 0) + 1)
  }
  let words = 0
  // One line of each area first, then more where there is room: no area is crowded out by another.
  for (let round = 0; round < 3; round++)
    for (const area of AREAS) {
      const note = best(byArea.get(area) ?? [])[round]
      if (!note) continue
      const item = withoutStop(clip(note.text, note.kind === "summary" ? MAX_SUMMARY : MAX_ITEM))
      const size = item.split(" ").length
      if (words + size > MAX_WORDS) continue
      words += size
      chosen.set(area, [...(chosen.get(area) ?? []), item])
    }
  return AREAS.flatMap((area) => {
    const items = chosen.get(area)
    if (!items) return []
    const left = (counts.get(area) ?? 0) - items.length
    return [
      `- ${closing.areas[area]}${closing.colon}${items.join(closing.separator)}${left > 0 ? `${closing.separator}${closing.more(left)}` : ""}`,
    ]
  })
}

/** Whole sentences before cut ones, numbers before words, otherwise as they were said. */
function best(notes: Note.Info[]): Note.Info[] {
  const weight = (note: Note.Info) =>
    (note.kind === "summary" ? 4 : 0) -
    (note.text.split(" ").length < 4 && note.quantities.length === 0 ? 3 : 0) +
    (note.text.length <= MAX_ITEM ? 2 : 0) +
    (note.quantities.length > 0 ? 1 : 0)
  return [...notes].sort((a, b) => weight(b) - weight(a))
}

function openThings(memory: Memory.Info, notes: readonly Note.Info[], language: Language): string[] {
  const { questions, closing } = phrases[language]
  const unsure = Topic.ID.options.filter((topic) => memory.topics[topic]?.status === "unsure")
  const missing = Choose.missing(memory).filter((topic) => Topic.topics[topic].impact >= 5)
  const asked = notes
    .filter((note) => note.kind === "question" && note.evidence === "stated")
    .map((note) => clip(note.text, MAX_ITEM))
  const labels = [...new Set([...unsure, ...missing])].map((topic) => questions[topic].label)
  return [
    ...memory.unresolved.map(({ older, newer }) => closing.disputed(older, newer)),
    ...asked.slice(-1).map(withoutStop),
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
