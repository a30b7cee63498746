import { readiness } from "@spec-wizard/core/document/readiness"
import { type Item, isLive, Language } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { phrases } from "../src/guided/languages/phrases.ts"
import { asked, lead, play, questions, Visit, waitingIn } from "./guided-play.ts"

const visitors = {
  en: {
    vague: "We need something so that orders don't get lost anymore.",
    opening: "We hire out rowing boats on a lake and need a small program for it.",
    must: "The system must show which boats are free.",
    plain: ["The jetty faces south.", "The kiosk is beside the car park.", "The water is cold in spring."],
    end: "I said that's all.",
    repeat: "I described that at the beginning, please look there.",
    question: "Will this be expensive?",
    chat: "2 tells how things are. 1 and 3 are just chat, you can drop them",
    wish: "what are the lines that are not sorted?",
    lost: "9 and 12",
    what: "A booking board for a boat hire.",
    better: "Nobody should wait at the jetty in vain.",
    trial: "I book a boat for two hours, then the list shows at most 7 free boats.",
    known: [
      "We have a budget of 4,000 pounds.",
      "It must work offline.",
      "People pay by card or in cash on site.",
      "The 600 old bookings should come along.",
    ],
    neither: "Those two have nothing to do with each other",
    pair: ["Joining is free for everybody.", "Guests pay 10 euros for joining."],
  },
  de: {
    vague: "Wir brauchen etwas, damit keine Bestellung verloren geht.",
    opening: "Wir verleihen Ruderboote an einem See und brauchen dafür ein kleines Programm.",
    must: "Das System muss zeigen, welche Boote frei sind.",
    plain: ["Der Steg zeigt nach Süden.", "Der Kiosk liegt beim Parkplatz.", "Das Wasser ist im Frühling kalt."],
    end: "Das war's von meiner Seite.",
    repeat: "Das habe ich oben schon beschrieben.",
    question: "Wird das teuer?",
    chat: "2 sagt, wie es ist. 1 und 3 sind nur Geplauder, die können Sie streichen",
    wish: "Was ist noch nicht eingeordnet?",
    lost: "9 und 12",
    what: "Eine Buchungstafel für einen Bootsverleih.",
    better: "Niemand soll vergeblich am Steg warten.",
    trial: "Ich buche ein Boot für zwei Stunden, dann stehen in der Liste höchstens 7 freie Boote.",
    known: [
      "Das Budget beträgt 4.000 Franken.",
      "Es muss offline gehen.",
      "Bezahlt wird bar oder mit Karte.",
      "Die 600 alten Buchungen müssen übernommen werden.",
    ],
    neither: "Das hat nichts miteinander zu tun",
    pair: ["Die Anmeldung ist für alle kostenlos.", "Gäste zahlen 10 Euro für die Anmeldung."],
  },
  es: {
    vague: "Necesitamos algo para que no se pierdan pedidos.",
    opening: "Alquilamos barcas de remos en un lago y necesitamos un programa pequeño.",
    must: "El sistema debe mostrar qué barcas están libres.",
    plain: ["El muelle mira al sur.", "El quiosco está junto al aparcamiento.", "El agua está fría en primavera."],
    end: "Ya dije que eso es todo.",
    repeat: "Eso ya lo he dicho antes.",
    question: "¿Será muy caro?",
    chat: "la 2 dice cómo son las cosas. La 1 y la 3 son solo charla, se pueden quitar",
    wish: "¿Qué frases están sin clasificar?",
    lost: "9 y 12",
    what: "Un tablón de reservas para unas barcas.",
    better: "Nadie debe esperar en vano en el muelle.",
    trial: "Reservo una barca dos horas y veo en la lista 7 barcas libres como máximo.",
    known: [
      "El presupuesto es de 4.000 dólares.",
      "Debe funcionar sin conexión.",
      "Se paga con tarjeta o en efectivo.",
      "Hay que trasladar las 600 reservas antiguas.",
    ],
    neither: "No tienen nada que ver",
    pair: ["La inscripción es gratuita para todos.", "Los invitados pagan 10 euros de inscripción."],
  },
  fr: {
    vague: "Il nous faut quelque chose pour ne plus perdre de commandes.",
    opening: "Nous louons des barques sur un lac et il nous faut un petit logiciel.",
    must: "Le système doit montrer quelles barques sont libres.",
    plain: ["Le ponton donne au sud.", "Le kiosque touche le parking.", "L'eau est froide au printemps."],
    end: "C'est tout pour ma part.",
    repeat: "Je l'ai déjà dit plus haut.",
    question: "Est-ce que ce sera cher ?",
    chat: "la 2 dit comment sont les choses. La 1 et la 3 sont du bavardage, vous pouvez les supprimer",
    wish: "Quelles phrases ne sont pas encore classées ?",
    lost: "9 et 12",
    what: "Un tableau de réservation pour des barques.",
    better: "Personne ne doit attendre pour rien au ponton.",
    trial: "Je réserve une barque deux heures et je vois dans la liste au plus 7 barques libres.",
    known: [
      "Le budget est de 4 000 francs.",
      "Il doit marcher hors ligne.",
      "On paie par carte ou en espèces.",
      "Il faut reprendre les 600 anciennes réservations.",
    ],
    neither: "Cela n'a rien à voir",
    pair: ["L'inscription est gratuite pour tous.", "Les invités paient 10 euros pour l'inscription."],
  },
} as const satisfies Record<Language, object>

const live = (items: readonly Item[], kind: Item["kind"]) => items.filter((item) => item.kind === kind && isLive(item))

describe.each(Language.options)("in %s", (language) => {
  const visitor = visitors[language]
  const spoken = phrases[language]
  const set = (text: string): string => spoken.typeset?.(text) ?? text

  /** Skips until that question waits; more detail where an end is offered. */
  async function until(visit: Visit, question: string, turns = 40) {
    for (let turn = 0; turn < turns; turn++) {
      const last = visit.exchanges.at(-1)
      if (!last || waitingIn(last) === question || last.choices.length === 0) break
      await visit.say(waitingIn(last) === "wrap" ? spoken.more : spoken.skip)
    }
    const last = visit.exchanges.at(-1)
    if (!last || waitingIn(last) !== question) throw new Error(`${question} was never asked`)
    return last
  }

  test("a sentence that says it is all ends it, whatever was asked, and nothing is made of it", async () => {
    for (const question of ["criterion", "journey", "deadline"]) {
      const visit = new Visit(language)
      await visit.say(visitor.opening)
      if (question === "criterion") await visit.say(visitor.must)
      const before = await until(visit, question)
      const reply = await visit.say(visitor.end)
      expect([questions(reply.text), reply.choices, waitingIn(reply)]).toEqual([0, [], undefined])
      expect(reply.document.items).toEqual(before.document.items)
      expect((await visit.say(visitor.end)).text).toBe(set(spoken.closing.again))
    }
  })

  test("sentences that were not sorted are asked about once, when three of them wait", async () => {
    const visit = new Visit(language)
    await visit.say(visitor.opening)
    await until(visit, "else")
    await visit.say(visitor.plain.join(" "))
    for (let turn = 0; turn < 30; turn++) await visit.say(spoken.skip)
    expect(visit.exchanges.slice(0, 10).map(waitingIn)).toContain("unsorted")
    expect(visit.exchanges.map(waitingIn).filter((question) => question === "unsorted")).toHaveLength(1)
  })

  /** As a session that has three sentences without a kind, and asks about them. */
  async function unsorted() {
    const visit = new Visit(language)
    const brief = [visitor.must, ...visitor.plain, visitor.must, visitor.must].join(" ")
    await visit.say(brief)
    const [first] = visit.exchanges
    if (!first || waitingIn(first) !== "unsorted") throw new Error("nothing was left over")
    return { visit, lines: live(first.document.items, "unsorted").map(({ text }) => text) }
  }

  test("what is no matter at all is dropped by their word, and neither built nor background", async () => {
    const { visit, lines } = await unsorted()
    expect(lines).toEqual([...visitor.plain])
    const { document } = await visit.say(visitor.chat)
    const gone = document.items.filter(({ state }) => state === "retired")
    expect(gone.map(({ text, remark, sources }) => [text, remark, sources[0]?.quote])).toEqual([
      [lines[0], visitor.chat, lines[0]],
      [lines[2], visitor.chat, lines[2]],
    ])
    expect(live(document.items, "context").map(({ text }) => text)).toEqual([lines[1]])
    expect(live(document.items, "unsorted")).toEqual([])
  })

  test("an answer that was not understood is asked for once more in other words, and becomes no line", async () => {
    const { visit } = await unsorted()
    const before = visit.document.items
    const [again, gaveUp] = [await visit.say(visitor.lost), await visit.say(visitor.lost)]
    expect([lead(again), asked(again), waitingIn(again)]).toEqual([
      set(spoken.unclear),
      set(spoken.questions.unsorted.more ?? ""),
      "unsorted",
    ])
    expect(again.course?.fate).toBe("waiting")
    expect(waitingIn(gaveUp)).not.toBe("unsorted")
    expect(gaveUp.document.items).toEqual(before)
  })

  test("who asks for what was not sorted is asked about it, after the closing too, and hears the closing again", async () => {
    const { visit } = await unsorted()
    for (const text of [spoken.notSure, spoken.done]) await visit.say(text)
    const again = await visit.say(visitor.wish)
    expect([lead(again), waitingIn(again)]).toEqual([set(spoken.gladly), "unsorted"])
    const closed = await visit.say(spoken.all)
    expect([closed.choices, questions(closed.text), live(closed.document.items, "unsorted")]).toEqual([[], 0, []])
  })

  test("two that have nothing to do with each other both stand, and are not open any more", async () => {
    const visit = new Visit(language)
    const [free, paid] = visitor.pair
    for (const text of [visitor.opening, free, paid]) await visit.say(text)
    const shown = visit.exchanges.at(-1)
    expect(shown && waitingIn(shown)).toBe("dispute")
    const { document } = await visit.say(visitor.neither)
    const dispute = document.items.find(({ cue }) => cue === "contradiction")
    expect(dispute).toMatchObject({ state: "accepted", answer: visitor.neither })
    expect(dispute?.dependsOn.every((id) => document.items.some((item) => item.id === id && isLive(item)))).toBe(true)
    expect(live(document.items, "unsorted").map(({ text }) => text)).not.toContain(visitor.neither)
    expect((await visit.say(spoken.done)).text).not.toContain(free.replace(".", ""))
  })

  test("what was said is not asked: money, the connection, how it is paid, what is carried over", async () => {
    const visit = new Visit(language)
    for (const text of [visitor.opening, ...visitor.known]) await visit.say(text)
    for (let turn = 0; turn < 40; turn++) {
      const last = visit.exchanges.at(-1)
      await visit.say(last && waitingIn(last) === "wrap" ? spoken.more : spoken.skip)
    }
    const later = visit.exchanges.slice(visitor.known.length).map(waitingIn)
    for (const topic of ["budget", "connection", "payment", "migration"]) expect(later).not.toContain(topic)
    for (const topic of ["journey", "failure", "accessibility"])
      expect(visit.exchanges.map(waitingIn).filter((one) => one === topic).length).toBeLessThanOrEqual(1)
  })

  test("a question of theirs gets one honest sentence, is noted as open, and the interview goes on", async () => {
    const [first, alone, beside] = await play(
      [visitor.opening, visitor.question, `${visitor.must} ${visitor.question}`],
      language,
    )
    if (!first || !alone || !beside) throw new Error("no reply")
    expect([lead(alone), waitingIn(alone), alone.course?.fate]).toEqual([
      set(spoken.theirs),
      waitingIn(first),
      "waiting",
    ])
    expect(live(alone.document.items, "question")).toMatchObject([
      { text: visitor.question, state: "proposed", sources: [{ quote: visitor.question }] },
    ])
    expect(live(alone.document.items, "unsorted")).toEqual(live(first.document.items, "unsorted"))
    expect(lead(beside)).toBe(set(spoken.theirs))
    expect(waitingIn(beside)).not.toBe(waitingIn(first))
    expect(live(beside.document.items, "requirement").map(({ text }) => text)).toContain(visitor.must)
  })

  test("what it is is asked first where a few words do not say it, and what should get better before the end", async () => {
    const visit = new Visit(language)
    expect(waitingIn(await visit.say(visitor.vague))).toBe("purpose")
    const said = await visit.say(visitor.what)
    expect(live(said.document.items, "summary").map(({ text }) => text)).toEqual([visitor.what])
    const goal = await until(visit, "goal")
    expect(visit.exchanges.map(waitingIn)).not.toContain("wrap")
    expect(asked(goal)).toBe(set(spoken.questions.goal.ask))
    const { document } = await visit.say(visitor.better)
    expect(live(document.items, "goal").map(({ text }) => text)).toEqual([visitor.better])
    for (let turn = 0; turn < 20; turn++) await visit.say(spoken.skip)
    expect(visit.exchanges.map(waitingIn).filter((one) => one === "goal" || one === "purpose")).toHaveLength(2)
  })

  test("the offer to sum up says what an estimate lacks, and that it is enough only when it is", async () => {
    const visit = new Visit(language)
    await visit.say(visitor.opening)
    const offer = await until(visit, "wrap")
    expect(readiness(offer.document).level).toBe("not-yet")
    expect(offer.text).toContain(set(spoken.lacks.goal ?? ""))
    expect(offer.text).not.toContain(set(spoken.enough))
  })

  test("who had told it already hears a short sorry, and is not asked for it again", async () => {
    const visit = new Visit(language)
    await visit.say(visitor.opening)
    const journey = await until(visit, "journey")
    const reply = await visit.say(visitor.repeat)
    expect([lead(reply), reply.course?.fate]).toEqual([set(spoken.sorry), "skipped"])
    expect(reply.document.items).toEqual(journey.document.items)
    const beside = await visit.say(`${visitor.repeat} ${visitor.must}`)
    expect(lead(beside)).toBe(set(spoken.sorry))
    for (let turn = 0; turn < 30; turn++) await visit.say(spoken.skip)
    expect(visit.exchanges.map(waitingIn).filter((one) => one === "journey")).toHaveLength(1)
  })

  test("a check told as a trial is one, whatever numbers are in it", async () => {
    const visit = new Visit(language)
    for (const text of [visitor.opening, visitor.must]) await visit.say(text)
    await until(visit, "criterion")
    const reply = await visit.say(visitor.trial)
    const checks = live(reply.document.items, "requirement").flatMap((item) =>
      item.kind === "requirement" ? item.criteria : [],
    )
    expect(checks).toMatchObject([{ text: visitor.trial, evidence: "stated" }])
    expect(live(reply.document.items, "unsorted").map(({ text }) => text)).not.toContain(visitor.trial)
    expect(Object.values(spoken.affirm).map(set)).not.toContain(lead(reply))
  })

  test("a kind is affirmed where it was asked for, not where it was answered instead", async () => {
    const visit = new Visit(language)
    await visit.say(visitor.opening)
    await until(visit, "look")
    const reply = await visit.say(visitor.pair[0])
    expect(live(reply.document.items, "rule")).toHaveLength(1)
    expect(lead(reply)).not.toBe(set(spoken.affirm.rule ?? ""))
  })

  test("no choice and no example is in somebody else's currency", () => {
    const said = Object.values(spoken.questions).flatMap(({ choices, example }) => [...choices, example])
    for (const text of said) expect(text).not.toMatch(/euro|[€£$]|dollar|pound|franc|franken|dólar/i)
  })
})

test("in German the page and the interviewer have one word for what was not sorted", () => {
  const { closing, questions: wordings } = phrases.de
  expect(closing.unsorted(3)).toContain("eingeordnet")
  expect(JSON.stringify([closing.unsorted(3), wordings])).not.toContain("zugeordnet")
})
