import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { isLive } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import * as Memory from "../src/guided/memory.ts"
import { play, Visit, waitingIn } from "./guided-play.ts"

const openings = {
  en: "We run a farriers' practice in the hills and want an app for our rounds.",
  de: "Wir sind eine Hufschmiede im Allgäu und wollen eine App für unsere Touren.",
  es: "Tenemos una herrería en la sierra y queremos una aplicación para nuestras rutas.",
  fr: "Nous sommes maréchaux-ferrants en montagne et voulons une application pour nos tournées.",
}
type Locale = keyof typeof openings

/** The lines that an answer to that question adds, by kind, and what is known of its topic. */
async function answer(locale: Locale, topic: Topic.ID, said: string) {
  const visit = new Visit(locale)
  await visit.say(openings[locale])
  const before = new Set(visit.document.items.map(({ id }) => id))
  const memory = Memory.parse(visit.memory)
  visit.memory = { ...memory, waiting: { question: topic, wording: "ask", places: [] } }
  await visit.say(said)
  const lines = visit.document.items.filter((item) => isLive(item) && !before.has(item.id) && item.kind !== "role")
  return { kinds: lines.map(({ kind }) => kind), known: Memory.parse(visit.memory).topics[topic] }
}

describe("an answer in a few words is what was asked for", () => {
  test.each<[Locale, Topic.ID, string, string]>([
    ["en", "access", "A PIN is enough.", "requirement"],
    ["en", "notifications", "A text the evening before.", "requirement"],
    ["en", "rules", "Young horses only in the morning.", "rule"],
    ["en", "retention", "Until the horse is sold", "rule"],
    ["en", "law", "GDPR I suppose", "constraint"],
    ["en", "look", "Like a paper diary.", "quality"],
    ["en", "deadline", "No rush, autumn would be ok", "constraint"],
    ["en", "success", "No more double bookings", "measure"],
    ["en", "content", "The round of the day: yard, horse, time, what was done last time.", "requirement"],
    ["de", "integrations", "Der Google-Kalender", "integration"],
    ["de", "success", "Halb so viele Anrufe bis Weihnachten.", "measure"],
    ["de", "retention", "Bis das Pferd verkauft ist", "rule"],
    ["de", "approval", "Das letzte Wort habe ich.", "rule"],
    ["es", "access", "Con un PIN basta.", "requirement"],
    ["es", "rules", "Los potros solo por la mañana.", "rule"],
    ["es", "retention", "Hasta que se venda el caballo", "rule"],
    ["fr", "reports", "Une liste de ce qui est à faire la semaine prochaine.", "requirement"],
    ["fr", "retention", "Jusqu'à la vente du cheval", "rule"],
    ["fr", "look", "Vert comme le fourgon.", "quality"],
  ])("%s, %s: %s", async (locale, topic, said, kind) => {
    expect(await answer(locale, topic, said)).toEqual({ kinds: [kind], known: "answered" })
  })

  test.each<[Locale, string]>([
    ["en", "Last week Mrs Hill rang, I looked in the diary, we agreed on Tuesday, and then I drove there."],
    [
      "de",
      "Letzte Woche hat Frau Huber angerufen, ich habe nachgeschaut, wir haben Dienstag ausgemacht, und dann fuhr ich.",
    ],
    ["es", "La semana pasada llamó la señora Ruiz, miré la agenda, quedamos el martes y fui."],
    ["fr", "La semaine dernière, Mme Roche a appelé, j'ai regardé l'agenda, on a pris mardi et j'y suis allé."],
  ])("the last time, step by step, is a journey: %s", async (locale, said) => {
    expect(await answer(locale, "journey", said)).toEqual({ kinds: ["journey"], known: "answered" })
  })

  test.each<[Locale, Topic.ID, string]>([
    ["en", "failure", "From April, at best by 1 March 2027"],
    ["de", "failure", "Ab April, am besten zum 1. März 2027"],
    ["en", "reports", "The van breaks down. Then Tom takes over."],
    ["en", "integrations", "Members get a text two days before the round."],
  ])("but not what is of something else: %s, %s: %s", async (locale, topic, said) => {
    expect((await answer(locale, topic, said)).kinds).not.toContain(
      topic === "integrations" ? "integration" : "requirement",
    )
  })
})

describe("what is said first, in a few words, is what they would like to have", () => {
  test.each([
    ["en", "I want something to manage the keys of a climbing hall"],
    ["en", "some kind of planner for my sailing school"],
    ["en", "Could you help me with an app for dog walkers?"],
    ["de", "Ich suche etwas, um die Schlüssel einer Kletterhalle zu verwalten"],
    ["es", "Necesitamos una forma de controlar nuestras colmenas"],
    ["fr", "Un site où les gens peuvent commander du miel"],
  ])("%s: %s", async (locale, said) => {
    const visit = new Visit(locale)
    const first = await visit.say(said)
    expect(first.document.items.map(({ kind }) => kind)).toEqual(["summary"])
    expect(waitingIn(first)).toBe("users")
  })

  test.each([
    ["en", "The treasurer writes the invoices."],
    ["en", "# Kayaks are counted twice a year"],
    ["de", "Unser Papierkram bringt uns um."],
  ])("not what somebody does, or how things are: %s, %s", async (locale, said) => {
    const [first] = await play([said], locale)
    expect(first?.document.items.some(({ kind }) => kind === "summary")).toBe(false)
  })
})

describe("that this is all", () => {
  test.each([
    ["en", "Guests pay by card. That's all."],
    ["de", "Gäste zahlen bar. Das wars"],
    ["es", "Los invitados pagan en efectivo. Eso es todo."],
    ["fr", "Les invités paient par carte. C'est tout."],
  ])("ends it at the end of a message, too, once something was asked: %s", async (locale, said) => {
    const [first, second] = await play([openings[locale as Locale], said], locale)
    expect(first && waitingIn(first)).toBeDefined()
    expect(second && waitingIn(second)).toBeUndefined()
    expect(second?.document.items.length).toBeGreaterThan(first?.document.items.length ?? 0)
  })

  test.each([
    ["en", "That's it for people"],
    ["de", "Das ist alles dazu."],
    ["es", "Eso es todo sobre los dueños"],
    ["fr", "C'est tout pour les prix"],
  ])("about one thing goes on with the next: %s, %s", async (locale, said) => {
    const [first, second] = await play([openings[locale as Locale], said], locale)
    expect(second && waitingIn(second)).toBeDefined()
    expect(second && waitingIn(second)).not.toBe(first && waitingIn(first))
    expect(second?.document.items).toEqual(first?.document.items)
  })
})

test.each([
  [
    "en",
    "A member pays £8 and a guest pays £14.",
    "Correction: guests pay £16.",
    "A member pays £8 and a guest pays £16.",
  ],
  [
    "de",
    "Ein Mitglied zahlt 8 Euro und ein Gast zahlt 14 Euro.",
    "Korrektur: Gäste zahlen 16 Euro.",
    "Ein Mitglied zahlt 8 Euro und ein Gast zahlt 16 Euro.",
  ],
])("of several prices that one changes whose people are said again: %s", async (locale, said, anew, rule) => {
  const [, second] = await play([`${openings[locale as Locale]} ${said}`, anew], locale)
  expect(second?.document.items.filter((item) => isLive(item) && item.kind === "rule").map(({ text }) => text)).toEqual(
    [rule],
  )
})

test.each([
  ["es", "not sure", "unsure"],
  ["fr", "no idea", "unsure"],
  ["de", "skip", "skipped"],
])("who skips in another language skips: %s, %s", async (locale, said, known) => {
  const [first] = await play([openings[locale as Locale]], locale)
  const topic = first && waitingIn(first)
  const [, second] = await play([openings[locale as Locale], said], locale)
  expect(Memory.parse(second?.memory).topics[topic as Topic.ID]).toBe(known) // a topic is asked for first
  expect(second?.document.items.filter(({ kind }) => kind !== "question")).toEqual(first?.document.items)
})

test.each([
  ["en", "Me and Dana at the bench, my mum does the counter, and customers of course.", ["Dana", "Mum", "Customers"]],
  ["de", "Meine Frau und ich, der Fahrer Jochen und halt die Stammkunden.", ["Frau", "Fahrer", "Stammkunden"]],
  ["es", "Mi hermana y yo, tres profesores, y los alumnos.", ["Hermana", "Tres profesores", "Alumnos"]],
  ["fr", "Ma femme et moi, notre apprentie Léa, et les clients.", ["Femme", "Apprentie", "Clients"]],
])("the family is among those who have a part in it when that is asked: %s", async (locale, said, roles) => {
  const [, second] = await play([openings[locale as Locale], said], locale)
  expect(second?.document.items.filter(({ kind }) => kind === "role").map(({ text }) => text)).toEqual(roles)
})
