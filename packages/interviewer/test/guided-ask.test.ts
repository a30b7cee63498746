import { Language } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { phrases } from "../src/guided/languages/phrases.ts"
import * as Memory from "../src/guided/memory.ts"
import { asked, lead, play, questions, Visit, waitingIn, wordsIn } from "./guided-play.ts"

/** Somebody who begins vaguely, and what people say who are asked: not sure, skip, what do you mean, that is all. */
const visitors = {
  en: {
    opening: "We hire out rowing boats on a lake and need a small program for it.",
    unsure: "I don't know",
    skip: "skip",
    clarify: "What do you mean by that?",
    done: "that's all",
    weather: "Haha, lovely weather here today.",
    told: "The boats must be back at 6 pm.",
    replacing: "We want to replace our Excel for the boats.",
  },
  de: {
    opening: "Wir verleihen Ruderboote an einem See und brauchen dafür ein kleines Programm.",
    unsure: "Das weiß ich nicht",
    skip: "überspringen",
    clarify: "Was meinen Sie damit?",
    done: "Das ist alles",
    weather: "Haha, schönes Wetter heute.",
    told: "Die Boote müssen um 18 Uhr zurück sein.",
    replacing: "Wir wollen unser Excel für die Boote ablösen.",
  },
  es: {
    opening: "Alquilamos barcas de remos en un lago y necesitamos un programa pequeño.",
    unsure: "No lo sé",
    skip: "saltar",
    clarify: "¿Qué quiere decir?",
    done: "eso es todo",
    weather: "Jaja, qué buen tiempo hace hoy.",
    told: "Las barcas deben volver a las 18 horas.",
    replacing: "Queremos sustituir nuestro Excel de las barcas.",
  },
  fr: {
    opening: "Nous louons des barques sur un lac et il nous faut un petit logiciel.",
    unsure: "Je ne sais pas",
    skip: "passer",
    clarify: "Qu'est-ce que vous voulez dire ?",
    done: "c'est tout",
    weather: "Haha, il fait beau aujourd'hui.",
    told: "Les barques doivent être rendues à 18 heures.",
    replacing: "Nous voulons remplacer notre Excel pour les barques.",
  },
} as const satisfies Record<Language, Record<string, string>>

describe.each(Language.options)("a visitor in %s", (language) => {
  const visitor = visitors[language]
  const { questions: wordings, stray, unsure, closing, typeset: set = (text: string) => text } = phrases[language]
  const talk = (...messages: string[]) => play([visitor.opening, ...messages], language)

  test("is asked one question at a time, of at most thirty words, with two to five choices", async () => {
    for (const reply of await talk(...Array.from({ length: 14 }, (_, at) => (at % 2 ? visitor.skip : visitor.told)))) {
      expect([questions(reply.text), reply.text]).toEqual([1, reply.text])
      expect(wordsIn(asked(reply)).length).toBeLessThanOrEqual(30)
      expect(reply.choices.length).toBeGreaterThanOrEqual(2)
      expect(reply.choices.length).toBeLessThanOrEqual(5)
    }
  })

  test("is affirmed in a few words, and none of their own are played back", async () => {
    for (const reply of await talk(visitor.told, visitor.told)) {
      expect(wordsIn(lead(reply)).length).toBeLessThanOrEqual(22)
      const said = wordsIn(reply.said)
      for (let at = 0; at + 4 <= said.length; at++)
        expect(wordsIn(reply.text).join(" ")).not.toContain(said.slice(at, at + 4).join(" "))
    }
  })

  test("is never asked twice about a topic that was skipped or not known, and none of it is asked in the same words", async () => {
    const replies = await talk(...Array.from({ length: 30 }, (_, at) => (at % 2 ? visitor.skip : visitor.unsure)))
    const texts = replies.filter(({ choices }) => choices.length > 0).map(asked)
    expect(new Set(texts.map((text) => text)).size).toBe(texts.length)
    const topics = replies
      .map(waitingIn)
      .filter((question) => question && !["wrap", "else", "criterion"].includes(question))
    expect(new Set(topics).size).toBe(topics.length)
  })

  test("who does not understand gets the why and an example, then the same question in fewer words", async () => {
    const [first, second, third] = await talk(visitor.clarify, visitor.told)
    const question = first && waitingIn(first)
    if (!first || !second || !third || !question) throw new Error("nothing is asked")
    expect(second.text).toContain(set(wordings[question].why))
    expect(second.text).toContain(set(wordings[question].example))
    expect(waitingIn(second)).toBe(question)
    expect(questions(second.text)).toBe(1)
    expect(wordsIn(asked(second)).length).toBeLessThan(wordsIn(asked(first)).length)
    expect(second.course).toEqual({ fate: "waiting", asks: question })
    expect(second.document.items).toEqual(first.document.items)
    expect(waitingIn(third)).not.toBe(question)
  })

  test("small talk gets one friendly line, and the question again", async () => {
    const [first, second] = await talk(visitor.weather)
    if (!first || !second) throw new Error("no reply")
    expect(stray.map(set)).toContain(lead(second))
    expect(waitingIn(second)).toBe(waitingIn(first))
    expect(second.document.items).toEqual(first.document.items)
  })

  test("who strays for the third time is asked something else", async () => {
    const replies = await talk(visitor.weather, visitor.weather, visitor.weather)
    expect(replies.map(({ course }) => course?.fate).slice(1)).toEqual(["waiting", "waiting", "skipped"])
    expect(waitingIn(replies[3] ?? replies[0] ?? raise())).not.toBe(waitingIn(replies[0] ?? raise()))
  })

  test("that is all: the closing asks nothing, is short, and nothing is asked after it", async () => {
    const [, , last, after, more] = await talk(visitor.told, visitor.done, visitor.done, visitor.told)
    for (const reply of [last, after, more]) {
      expect(reply && [questions(reply.text), reply.choices, waitingIn(reply)]).toEqual([0, [], undefined])
      expect(wordsIn(reply?.text ?? "").length).toBeLessThan(100)
    }
    expect(after?.text).toBe(set(closing.again))
    expect(more?.text).toBe(set(closing.added))
    expect(more?.document.items.length).toBeGreaterThan(last?.document.items.length ?? 0)
  })

  test("what nobody knows is an open question of the document, until it is told", async () => {
    const [, second] = await talk(visitor.unsure)
    expect(unsure.map(set)).toContain(lead(second ?? raise()))
    const open = second?.document.items.filter(({ kind, state }) => kind === "question" && state === "proposed")
    expect(open).toHaveLength(1)
    expect(open?.[0]?.text).toBe(wordings.users.short)
  })

  test("is asked for anything else early, and once more before the end", async () => {
    const replies = await talk(...Array.from({ length: 5 }, () => visitor.told))
    const at = replies.map(waitingIn).indexOf("else")
    expect(at).toBeGreaterThanOrEqual(3)
    expect(at).toBeLessThanOrEqual(5)
  })

  test("who wants to replace something is asked what is wrong with it, what success would be, and what stays out", async () => {
    const replies = await play([visitor.replacing, visitor.skip, visitor.skip], language)
    expect(replies.map(waitingIn)).toEqual(["reason", "success", "exclusions"])
    expect(asked(replies[0] ?? raise())).toBe(set(wordings.reason.more ?? ""))
  })

  test("three questions in a row that bring nothing lead to the offer to sum up, once the core was asked", async () => {
    const visit = new Visit(language)
    const first = await visit.say(visitor.opening)
    const core = new Set<unknown>(["users", "success", "exclusions", "data", "failure"])
    core.delete(waitingIn(first))
    let idle = 0
    for (let turn = 0; turn < 20; turn++) {
      const reply = await visit.say(visitor.skip)
      idle++
      const question = waitingIn(reply)
      if (question === "wrap") break
      core.delete(question)
    }
    expect([...core]).toEqual([])
    expect(idle).toBeGreaterThanOrEqual(3)
    expect(Memory.parse(visit.memory).waiting?.question).toBe("wrap")
    const [sum, more] = visit.exchanges.at(-1)?.choices ?? []
    const goesOn = await visit.say(more?.value ?? "")
    expect(goesOn.choices.length).toBeGreaterThan(0)
    expect(waitingIn(goesOn)).not.toBe("wrap")
    for (let turn = 0; turn < 3; turn++) await visit.say(visitor.skip)
    const closed = await visit.say(sum?.value ?? "")
    expect([closed.choices, questions(closed.text)]).toEqual([[], 0])
  })
})

const raise = (): never => {
  throw new Error("no reply")
}
