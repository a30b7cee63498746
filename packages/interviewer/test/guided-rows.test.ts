import { readiness } from "@spec-wizard/core/document/readiness"
import { type Item, isLive, type Kind } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { type Exchange, Visit, waitingIn } from "./guided-play.ts"

/** What people wrote and found bent, lost or in the wrong place; each as it has to stand. */

/** The lines that count, as "kind: text". */
const linesOf = ({ document }: Exchange) => document.items.filter(isLive).map(({ kind, text }) => `${kind}: ${text}`)
const linesWith = ({ document }: Exchange, words: string): Item[] =>
  document.items.filter((item) => isLive(item) && item.sources.some(({ quote }) => quote.includes(words)))
const kindsWith = (exchange: Exchange, words: string): Kind[] => linesWith(exchange, words).map(({ kind }) => kind)

const say = (...messages: [string, ...string[]]) => sayIn("en", ...messages)

async function sayIn(locale: string, ...messages: [string, ...string[]]): Promise<Exchange> {
  const visit = new Visit(locale)
  let last: Exchange | undefined
  for (const message of messages) last = await visit.say(message)
  if (!last) throw new Error("nothing was said")
  return last
}

/** An answer to the question about a topic: whatever is asked before it is skipped. */
async function answer(topic: string, said: string, ...before: [string, ...string[]]): Promise<Exchange> {
  const visit = new Visit()
  let last = await visit.say(before[0])
  for (const message of before.slice(1)) last = await visit.say(message)
  for (let skipped = 0; waitingIn(last) !== topic; skipped++) {
    if (skipped > 30) throw new Error(`${topic} is never asked`)
    last = await visit.say("skip")
  }
  return visit.say(said)
}

test("what stands below “Out of scope” is left out, each point by itself, and the heading is no line", async () => {
  const said = await say(
    "We run a music school and want a booking page for rooms.\n\nOut of scope\n- Online payment\n- Chat with teachers",
  )
  expect(linesOf(said)).toEqual(
    expect.arrayContaining(["exclusion: Online payment.", "exclusion: Chat with teachers."]),
  )
  expect(kindsWith(said, "Out of scope")).toEqual([])
  expect(kindsWith(said, "payment")).toEqual(["exclusion"])
})

test.each([
  ["we leave invoices out", "We leave invoices out."],
  ["It must not play music itself", "It must not play music itself."],
])("asked what to leave out, %j is an exclusion and nothing else", async (said, line) => {
  const last = await answer("exclusions", said, "We run a bar with a jukebox and want a list of wishes.")
  expect(linesWith(last, said).map(({ kind, text }) => [kind, text])).toEqual([["exclusion", line]])
})

test.each([
  ["en", "We repair bicycles.\nTwo mechanics can't edit the list at the same time today.", "can't edit"],
  ["de", "Wir reparieren Räder.\nZwei Mechaniker können die Liste heute nicht gleichzeitig bearbeiten.", "bearbeiten"],
  ["es", "Reparamos bicicletas.\nDos mecánicos no pueden editar la lista a la vez hoy.", "editar"],
  [
    "fr",
    "Nous réparons des vélos.\nDeux mécaniciens ne peuvent pas modifier la liste en même temps aujourd'hui.",
    "modifier",
  ],
])(
  "what cannot be done today is how things are, and nothing the system must prevent: %s",
  async (locale, said, words) => {
    const last = await sayIn(locale, said)
    expect(kindsWith(last, words)).toEqual(["context"])
  },
)

test("short points below what it should do are each a requirement, word for word", async () => {
  const last = await say("Help desk for a school\n\nWhat it should do:\n- Create a ticket\n- Close a ticket")
  expect(linesOf(last)).toEqual(
    expect.arrayContaining(["requirement: Create a ticket.", "requirement: Close a ticket."]),
  )
})

test("a corrected number takes the place of the line that had it, and of no other", async () => {
  const last = await say(
    "Our club has 100 members. A member may hold at most two bookings.",
    "it is not 100 members but 180",
  )
  expect(linesOf(last).filter((line) => line.includes("100 members"))).toEqual([])
  expect(linesOf(last)).toContainEqual(expect.stringContaining("Our club has 180 members."))
  expect(linesOf(last)).toContainEqual(expect.stringContaining("at most two bookings"))
})

test("signs of comparison stand as they were written", async () => {
  const last = await say("We ship parcels.\nShipping is free if the total is > 50 euro and weight < 10 kg.")
  const [line] = linesWith(last, "Shipping")
  expect(line).toMatchObject({
    kind: "rule",
    evidence: "stated",
    text: "Shipping is free if the total is > 50 euro and weight < 10 kg.",
  })
})

test("terse points of notes are all there", async () => {
  const last = await say(
    "Notes for the boiler app\n- works in the basement without signal\n- insurer export: PDF per van",
  )
  expect(kindsWith(last, "works in the basement without signal")).toEqual(["quality"])
  expect(kindsWith(last, "insurer export: PDF per van")).toEqual(["requirement"])
})

test("a sentence that only makes sense after another is bent into no duty", async () => {
  const last = await say("We need a portal. Customers have company accounts. Drivers from agencies have none.")
  const [line, ...others] = linesWith(last, "Drivers from agencies have none")
  expect(others).toEqual([])
  expect(line?.text).toBe("Drivers from agencies have none.")
  expect(line?.kind).not.toBe("requirement")
})

test("a sentence with somebody who is known already is kept with its numbers", async () => {
  const said = "It would be used by 22 dental practices and our nine technicians."
  const last = await answer("users", said, "We make teeth for dentists. A technician opens an order.")
  expect(linesOf(last)).toEqual(expect.arrayContaining(["role: 22 dental practices", "role: Nine technicians"]))
})

test("who was wrong is believed: the new rule stands in place of the old", async () => {
  const last = await say(
    "Rowing club. The steerer has to be 21 or over.",
    "Sorry, I was wrong: the steerer has to be 25 or over",
  )
  expect(kindsWith(last, "25 or over")).toEqual(["rule"])
  expect(linesWith(last, "21 or over")).toEqual([])
})

describe.each([
  [
    "en",
    "We run a bakery and want orders online.",
    "that's wrong",
    "I already told you that",
    "what do you mean by that?",
  ],
  [
    "de",
    "Wir haben eine Bäckerei und wollen Bestellungen online.",
    "das stimmt nicht",
    "Das habe ich doch schon gesagt",
    "Was meinen Sie damit?",
  ],
  [
    "es",
    "Tenemos una panadería y queremos pedidos en línea.",
    "eso no es verdad",
    "ya lo he dicho",
    "¿qué quiere decir?",
  ],
  [
    "fr",
    "Nous avons une boulangerie et voulons des commandes en ligne.",
    "c'est faux",
    "je l'ai déjà dit",
    "qu'est-ce que vous voulez dire ?",
  ],
] as const)("remarks about the talk itself, in %s", (locale, opening, wrong, told, meaning) => {
  test("are no lines of the document", async () => {
    const before = await sayIn(locale, opening)
    const after = await sayIn(locale, opening, wrong, told, meaning)
    expect(linesOf(after)).toEqual(linesOf(before))
  })

  test("who was told already is asked something else; who asks back gets why and an example", async () => {
    const [first, second] = [await sayIn(locale, opening), await sayIn(locale, opening, told)]
    expect(waitingIn(second)).not.toBe(waitingIn(first))
    const asked = await sayIn(locale, opening, meaning)
    expect(waitingIn(asked)).toBe(waitingIn(first))
    expect(asked.text).not.toBe(first.text)
  })
})

test("no line of theirs has a word that they did not say", async () => {
  const said =
    "We run a bakery and want orders online. Customers can order cakes. The list must be printed every morning."
  const last = await say(said)
  for (const { text } of last.document.items.filter(({ evidence }) => evidence === "stated"))
    expect(said.toLowerCase()).toContain(text.toLowerCase().replace(/\.$/, ""))
  expect(last.document.items.flatMap((item) => (item.kind === "requirement" ? item.criteria : []))).toEqual([])
})

test("six clinics with ten years of records, deletion on request and no agreed check are not ready to be built", async () => {
  const last = await say(
    "We are six clinics. Patients must book online. Records must be kept for ten years. Patients may have their data deleted on request.",
  )
  const { level, missing } = readiness(last.document)
  expect(level).not.toBe("build")
  expect(JSON.stringify(missing)).toContain("retention")
})
