import { type Item, isLive } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { play, Visit, waitingIn } from "./guided-play.ts"

const linesOf = async (locale: string, ...said: string[]) => {
  const visit = new Visit(locale)
  for (const one of said) await visit.say(one)
  return visit.document.items.filter(isLive)
}
const plain = (items: readonly Item[]) =>
  items.filter(({ kind }) => kind !== "role").map(({ kind, text }) => [kind, text])

describe("what is typed or dictated as people speak", () => {
  test.each([
    ["en", "the boatman logs each trip. nobody sees the takings. trips of more than 6 hours need an ok."],
    [
      "de",
      "der Bootsmann trägt jede Fahrt ein. niemand sieht die Einnahmen. mehr als 6 Stunden darf keine Fahrt dauern.",
    ],
    ["es", "el barquero apunta cada salida. nadie ve la recaudación. ninguna salida dura más de 6 horas."],
    ["fr", "le batelier note chaque sortie. personne ne voit la recette. une sortie dure 6 heures maximum."],
  ])("small letters begin sentences, too: %s", async (locale, said) => {
    const quotes = (await linesOf(locale, said)).filter(({ kind }) => kind !== "role").flatMap(({ sources }) => sources)
    expect(quotes.filter(({ context }) => !context).map(({ quote }) => quote)).toEqual(said.split(/(?<=\.) /))
  })

  test("an abbreviation ends no sentence", async () => {
    const items = await linesOf("en", "We hire out boats. The boatman logs approx. five trips a day.")
    expect(items.some(({ text }) => text === "The boatman logs approx. five trips a day.")).toBe(true)
  })

  test.each([
    [
      "en",
      "okay so we hire out boats on the lake and the boatman logs each trip the owner sees all trips nobody deletes a trip I don't want a chat in it later on maybe gift vouchers and it has to work without reception I've got two thousand pounds for it",
      ["nobody deletes", "chat in it", "gift vouchers", "without reception"],
      ["rule", "exclusion", "scope", "quality"],
    ],
    [
      "de",
      "also wir verleihen boote am see und der bootsmann trägt jede fahrt ein niemand darf eine fahrt löschen ich will keinen chat da drin später vielleicht gutscheine und es muss ohne empfang gehen",
      ["niemand darf", "keinen chat", "später vielleicht", "ohne empfang"],
      ["rule", "exclusion", "scope", "quality"],
    ],
    [
      "fr",
      "alors nous on loue des barques sur le lac il faut que le batelier note chaque sortie personne ne doit supprimer une sortie on ne veut pas de chat dedans plus tard on mettra peut-être des bons cadeaux",
      ["personne ne doit", "pas de chat", "bons cadeaux"],
      ["rule", "exclusion", "scope"],
    ],
  ])("speech without a stop says more than one thing: %s", async (locale, said, parts, kinds) => {
    const items = await linesOf(locale, said)
    const kindOf = (part: string) =>
      items.find(({ sources }) => sources.some(({ quote, context }) => !context && quote.includes(part)))?.kind
    expect(parts.map(kindOf)).toEqual(kinds)
    for (const { sources } of items)
      for (const { quote, context } of sources) if (!context) expect(quote.split(/\s+/).length).toBeLessThan(30)
  })
})

describe("about our question", () => {
  test.each([
    ["en", "We hire out boats.", "What do you mean? Who does what with boats or with the program?"],
    ["en", "We hire out boats.", "Not sure what you're getting at there."],
    ["de", "Wir verleihen Boote.", "Was meinen Sie denn mit Ablauf? Den im Hafen oder den im Büro?"],
    ["es", "Alquilamos barcas.", "No sé a qué se refiere. ¿Quién hace qué?"],
    ["fr", "Nous louons des barques.", "Comment ça, j'ai pas compris"],
  ])("what is asked back is no open question of the document: %s, %s", async (locale, first, back) => {
    const [asked, answer] = await play([first, back], locale)
    expect(answer?.document.items).toEqual(asked?.document.items)
    expect(answer && waitingIn(answer)).toBe(asked && waitingIn(asked))
  })

  test.each([
    ["fr", "Nous louons des barques.", "Je suis la seule à pouvoir annuler une sortie."],
    ["fr", "Nous louons des barques.", "Je vois toutes les sorties du jour."],
    ["fr", "Nous louons des barques.", "Est-ce qu'on rembourse quand il pleut ?"],
  ])("what only begins like that is content: %s", async (locale, first, said) => {
    expect(plain(await linesOf(locale, first, said)).some(([, text]) => text === said)).toBe(true)
  })
})

describe("numbers that are taken back", () => {
  test.each([
    [
      "en",
      "Boats not fetched after 3 months cost 5 euros a week.",
      "Actually, change that: it's 2 months, not 3, and 4 euros a week.",
      "Boats not fetched after 2 months cost 4 euros a week.",
    ],
    [
      "en",
      "The deck may carry no more than 12 tonnes.",
      "Sorry, it's not 12 but 20 tonnes the deck may carry.",
      "20 tonnes.",
    ],
    [
      "fr",
      "Une sortie fait 10 kilomètres maximum.",
      "oups je voulais dire 8 kilomètres maxi, pas 10",
      "8 kilomètres maximum.",
    ],
  ])(
    "stand changed in their line, with the old quote cut and the new one beside it: %s",
    async (locale, first, second, now) => {
      const items = (await linesOf(locale, first, second)).filter(({ text }) => /\d/.test(text))
      expect(items).toHaveLength(1)
      expect(items[0]?.text).toContain(now)
      expect(items[0]?.sources.some(({ quote, context }) => context && second.startsWith(quote))).toBe(true)
    },
  )

  test("a sum that stands further down changes no count above it", async () => {
    const said =
      "We are 64 boatmen sharing one slipway with two cranes.\n\nThe budget is about 4,000 € and it should be running by 1 April."
    const items = await linesOf("en", said)
    expect(items.some(({ text }) => text === "We are 64 boatmen sharing one slipway with two cranes.")).toBe(true)
  })

  test("where two may be meant, nothing is changed by itself", async () => {
    const items = await linesOf("en", "A group has 4 people in May and 6 people in June.", "Sorry, I meant 8 people.")
    expect(items.some(({ text }) => text.includes("4 people in May and 6 people"))).toBe(true)
  })
})

test("numbered headings stand over points with other marks", async () => {
  const items = await linesOf(
    "en",
    "Boat hire\n\n1. Rules\n- A trip lasts at most 3 hours.\n- Nobody sails at night.\n\n2. Out of scope\n- gift vouchers\n- bookkeeping\n\n3. Don't know yet\n- Do dogs come along?",
  )
  expect(items.filter(({ kind }) => kind === "exclusion").map(({ text }) => text)).toEqual([
    "Gift vouchers.",
    "Bookkeeping.",
  ])
  expect(items.filter(({ kind }) => kind === "question").map(({ text }) => text)).toEqual(["Do dogs come along?"])
})

test("grumbling is no contradiction, and which of two holds may be said in passing", async () => {
  const items = await linesOf(
    "en",
    "We hire out boats. Customers only get told by phone.",
    "I told you, but fine. Nobody sails at night.",
  )
  expect(items.filter(({ cue }) => cue === "contradiction")).toEqual([])
})
