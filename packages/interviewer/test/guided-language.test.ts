import { accept } from "@spec-wizard/core/document/propose"
import { empty } from "@spec-wizard/core/protocol/document"
import { expect, test } from "vitest"
import { say } from "../src/guided/ask/say.ts"
import { en } from "../src/guided/languages/en/en.ts"
import { en as english } from "../src/guided/languages/en/phrases.ts"
import type { Lexicon } from "../src/guided/languages/language.ts"
import { sift } from "../src/guided/read/acts.ts"
import { structure } from "../src/guided/read/structure.ts"
import { labelIn } from "../src/guided/write/heading.ts"
import { write } from "../src/guided/write/write.ts"

/** Matches nothing. */
const NEVER = "(?!)"

/** A language that knows no word of its own yet: everything said in it stays unsorted. */
const mute: Lexicon = {
  language: "en",
  acts: silenced(en.acts),
  labels: { ...silenced(en.labels), head: "first" },
  columns: silenced(en.columns),
  cues: { ...silenced(en.cues), priority: silenced(en.cues.priority) },
  subjects: silenced(en.subjects),
  roles: { ...silenced(en.roles), isCompound: false, head: "last", turned: "" },
  slots: { ...silenced(en.slots), numbers: "nul una dua tri", which: (one, other) => `Kela: “${one}”, “${other}”?` },
  ears: { ...silenced(en.ears), turned: "", able: (what) => what },
}

/** A few words of a language nobody speaks. */
const toy: Lexicon = {
  ...mute,
  acts: { ...mute.acts, greeting: "salu", skip: "hopa" },
  labels: { ...mute.labels, exclusion: "ne-faro" },
  cues: { ...mute.cues, allow: "mok", limit: "maks #" },
  roles: { ...mute.roles, people: "rajdo", article: "la", modal: "mok" },
  ears: { ...mute.ears, can: "mok" },
}

function silenced<T extends object>(words: T): T {
  return Object.fromEntries(Object.keys(words).map((key) => [key, NEVER])) as T // every field is a string, or is set by who calls
}

const TEXT = "Salu!\nLa rajdo mok buki kanu. Maks tri kanu por tago. Hopa.\n\nNe-faro:\n- pagi online\n- babili"

function linesOf(text: string, lexicon: Lexicon): string[] {
  const said = { id: "msg_00000000000000000000000001", text } as const
  const shape = structure(text, lexicon, (label) => labelIn(label, lexicon) !== undefined)
  const { content, told } = sift(text, shape.segments, lexicon)
  const document = empty("en")
  const facts = { textOf: () => text, isVerbatim: true } as const
  const proposals = write(said, content, undefined, false, lexicon).proposals(document)
  const { operations, refused } = accept(document, proposals, facts)
  expect(refused).toEqual([])
  return [
    ...told.map(({ act }) => act),
    ...operations.flatMap((one) => (one.op === "add" ? [`${one.item.kind}: ${one.item.text}`] : [])),
  ]
}

test("a language is its folder of words: with one of its own the reader understands it, and nothing else knows of it", () => {
  expect(linesOf(TEXT, toy)).toEqual([
    "greeting",
    "skip",
    "requirement: La rajdo mok buki kanu.",
    "rule: Maks tri kanu por tago.",
    "exclusion: Pagi online.",
    "exclusion: Babili.",
    "role: Rajdo",
  ])
})

test("what a language has no words for is given no kind", () => {
  expect(linesOf(TEXT, mute)).toEqual([])
})

test("the interviewer says what the language's phrases say", () => {
  const question = { ...english.questions.users, ask: "Kiu uzos gin?", choices: ["Membroj"] }
  const spoken = { ...english, questions: { ...english.questions, users: question }, notSure: "ne scias", skip: "hopa" }
  const said = say({ question: "users", wording: "ask", places: [] }, spoken, empty("en"))
  expect([said.text, ...said.choices.map(({ label }) => label)]).toEqual([
    "Kiu uzos gin?",
    "Membroj",
    "ne scias",
    "hopa",
  ])
})
