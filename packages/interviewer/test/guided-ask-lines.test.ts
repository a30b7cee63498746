import { type Item, isLive, Language } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { phrases } from "../src/guided/languages/phrases.ts"
import { asked, lead, play, questions, Visit, waitingIn, wordsIn } from "./guided-play.ts"

/** A brief with sentences that nothing gives a kind, and something to contradict the last of the others. */
const briefs = {
  en: {
    brief:
      "The system must show which boats are free. The book is often wet. Nobody under 16 may take a boat out. The key hangs in the office. The members must sign the book. The jetty faces south. The kiosk is beside the car park. The water is cold in spring. Joining is free for everybody.",
    numbers: "1 and 3",
    allowed: "Guests pay 10 euros for joining.",
    second: "the second",
    both: "both",
    unsure: "not sure",
    check: "I take two boats and see them gone from the list.",
  },
  de: {
    brief:
      "Das System muss zeigen, welche Boote frei sind. Das Buch ist oft nass. Niemand unter 16 darf ein Boot nehmen. Der Schlüssel hängt im Büro. Die Mitglieder müssen das Buch unterschreiben. Der Steg zeigt nach Süden. Der Kiosk liegt beim Parkplatz. Das Wasser ist im Frühling kalt. Die Anmeldung ist für alle kostenlos.",
    numbers: "1 und 3",
    allowed: "Gäste zahlen 10 Euro für die Anmeldung.",
    second: "das zweite",
    both: "beides",
    unsure: "weiß nicht",
    check: "Ich nehme zwei Boote und sehe, dass sie aus der Liste verschwinden.",
  },
  es: {
    brief:
      "El sistema debe mostrar qué barcas están libres. El libro suele estar mojado. Nadie menor de 16 años puede sacar una barca. La llave cuelga en la oficina. Los socios deben firmar el libro. El muelle mira al sur. El quiosco está junto al aparcamiento. El agua está fría en primavera. La inscripción es gratuita para todos.",
    numbers: "1 y 3",
    allowed: "Los invitados pagan 10 euros de inscripción.",
    second: "la segunda",
    both: "las dos",
    unsure: "no lo sé",
    check: "Saco dos barcas y veo que ya no están en la lista.",
  },
  fr: {
    brief:
      "Le système doit montrer quelles barques sont libres. Le cahier est souvent mouillé. Personne de moins de 16 ans ne peut prendre une barque. La clé pend au bureau. Les membres doivent signer le cahier. Le ponton donne au sud. Le kiosque touche le parking. L'eau est froide au printemps. L'inscription est gratuite pour tous.",
    numbers: "1 et 3",
    allowed: "Les invités paient 10 euros pour l'inscription.",
    second: "la deuxième",
    both: "les deux",
    unsure: "je ne sais pas",
    check: "Je prends deux barques et je vois qu'elles ne sont plus dans la liste.",
  },
} as const satisfies Record<Language, object>

/** As it is printed in a language. */
const set = (language: Language, text: string): string => phrases[language].typeset?.(text) ?? text

const live = (items: readonly Item[], kind: Item["kind"]) => items.filter((item) => item.kind === kind && isLive(item))

describe.each(Language.options)("in %s", (language) => {
  const { brief, numbers, allowed, second, both, unsure, check } = briefs[language]
  const spoken = phrases[language]

  test("a brief is thanked for, and before any gap one question asks which sentences only tell how things are", async () => {
    const [reply] = await play([brief], language)
    if (!reply) throw new Error("no reply")
    expect(lead(reply)).toBe(set(language, spoken.brief))
    expect(waitingIn(reply)).toBe("unsorted")
    const shown = live(reply.document.items, "unsorted")
    expect(shown.length).toBeGreaterThanOrEqual(3)
    for (const [index, { text }] of shown.entries())
      expect(reply.text).toContain(set(language, `${index + 1}. ${spoken.quoted(text)}`))
    expect(questions(reply.text)).toBe(1)
    expect(reply.choices.map(({ label }) => label)).toEqual([spoken.all, spoken.none, spoken.drop, spoken.notSure])
  })

  test.each([
    ["numbers", numbers, (index: number) => index === 0 || index === 2],
    ["all of them", spoken.all, () => true],
    ["none of them", spoken.none, () => false],
  ] as const)("%s: those become background, the others things it should do, agreed to", async (_, answer, isTold) => {
    const [first, reply] = await play([brief, answer], language)
    const items = reply?.document.items ?? []
    const plain = live(first?.document.items ?? [], "unsorted").map(({ text }) => text)
    const confirmed = (kind: Item["kind"]) => live(items, kind).filter(({ evidence }) => evidence === "confirmed")
    expect(confirmed("context").map(({ text }) => text)).toEqual(plain.filter((_, index) => isTold(index)))
    const others = plain.filter((_, index) => !isTold(index))
    expect(confirmed("requirement").map(({ text }) => text)).toEqual(others)
    expect(live(items, "unsorted")).toEqual([])
    expect(reply?.course?.fate).toBe("answered")
    expect(reply?.changes?.asides).toEqual([{ start: 0, end: answer.length, act: "confirm" }])
  })

  test("not sure leaves them as they are, and they are not asked about again", async () => {
    const visit = new Visit(language)
    const before = live((await visit.say(brief)).document.items, "unsorted")
    for (let turn = 0; turn < 20; turn++) await visit.say(unsure)
    expect(live(visit.document.items, "unsorted")).toEqual(before)
    expect(visit.exchanges.map(waitingIn).filter((question) => question === "unsorted")).toHaveLength(1)
  })

  test("a contradiction is shown with both quotes before anything else is asked, and only once", async () => {
    const visit = new Visit(language)
    for (const message of [brief, spoken.all, allowed]) await visit.say(message)
    const reply = visit.exchanges.at(-1)
    if (!reply) throw new Error("no reply")
    expect(waitingIn(reply)).toBe("dispute")
    expect(reply.text).toContain(brief.split(". ").at(-1) ?? "")
    expect(reply.text).toContain(allowed)
    expect(asked(reply)).toBe(set(language, spoken.questions.dispute.ask))
    for (let turn = 0; turn < 5; turn++) expect(waitingIn(await visit.say(unsure))).not.toBe("dispute")
  })

  test.each([
    ["the second", second, [false, true]],
    ["the same again", allowed, [false, true]],
    ["a tap on the first", spoken.first, [true, false]],
    ["a tap on the second", spoken.second, [false, true]],
    ["both", both, [true, true]],
    ["a tap on both", spoken.both, [true, true]],
  ] as const)("%s settles a contradiction", async (_, answer, holds) => {
    const visit = new Visit(language)
    for (const message of [brief, spoken.all, allowed, answer]) await visit.say(message)
    const { items } = visit.document
    const dispute = items.find(({ cue }) => cue === "contradiction")
    expect(dispute?.state).toBe("accepted")
    expect(dispute?.dependsOn.map((id) => items.some((item) => item.id === id && isLive(item)))).toEqual(holds)
    expect(visit.exchanges.at(-1)?.course?.fate).toBe("answered")
  })

  test("how a requirement is checked is asked, and the answer is a criterion in the visitor's words", async () => {
    const visit = new Visit(language)
    await visit.say(brief)
    await visit.say(spoken.all)
    for (let turn = 0; turn < 25; turn++) {
      const last = visit.exchanges.at(-1)
      if (!last || waitingIn(last) === "criterion") break
      await visit.say(waitingIn(last) === "wrap" ? spoken.more : unsure)
    }
    const question = visit.exchanges.at(-1)
    expect(question && asked(question)).toBe(set(language, spoken.questions.criterion.ask))
    const about = live(visit.document.items, "requirement")[0]
    expect(question?.text).toContain(set(language, spoken.quoted(about?.text ?? "")))
    const reply = await visit.say(check)
    const { criteria } = live(visit.document.items, "requirement").find(({ id }) => id === about?.id) as Item & {
      criteria: unknown[]
    } // a requirement, by its kind
    expect(criteria).toMatchObject([{ text: check, evidence: "stated", sources: [{ quote: check }] }])
    expect(reply.course?.fate).toBe("answered")
  })

  test("a check that nobody knows stays an open question about the requirement", async () => {
    const visit = new Visit(language)
    for (const message of [brief, spoken.all]) await visit.say(message)
    for (let turn = 0; turn < 25; turn++) {
      const last = visit.exchanges.at(-1)
      const isAsked = last && waitingIn(last) === "criterion"
      await visit.say(last && waitingIn(last) === "wrap" ? spoken.more : unsure)
      if (isAsked) break
    }
    const open = live(visit.document.items, "question").filter(
      (item) => item.kind === "question" && item.blocks?.length === 1,
    )
    expect(open.map(({ state }) => state)).toEqual(["proposed"])
    expect(wordsIn(open[0]?.text ?? "").length).toBeGreaterThan(4)
  })
})
