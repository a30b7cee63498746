import { isLive, type Kind } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { Visit } from "./guided-play.ts"

/** What is not wanted, who uses it and what is taken back, said plainly and without the words that usually say so. */

async function read(locale: string, ...messages: string[]) {
  const visit = new Visit(locale)
  for (const said of messages) await visit.say(said)
  const live = visit.document.items.filter(isLive)
  const kinds = (words: string): Kind[] =>
    live.filter(({ sources }) => sources.some(({ quote }) => quote.includes(words))).map(({ kind }) => kind)
  const names = live.filter(({ kind }) => kind === "role").map(({ text }) => text)
  return { kinds, names, live }
}

const intro = {
  en: "We hire out kayaks on the lake. Members see who has which kayak.",
  de: "Wir vermieten Kajaks am See. Mitglieder sehen, wer welches Kajak hat.",
  es: "Alquilamos kayaks en el lago. Los socios ven quién tiene cada kayak.",
  fr: "Nous louons des kayaks sur le lac. Les membres voient qui a quel kayak.",
}
type Locale = keyof typeof intro

test.each<[Locale, string, string]>([
  ["en", "League tables for members are a red line.", "League tables"],
  ["en", "And don't go building me a shop for paddles.", "shop for paddles"],
  ["de", "Finger weg von der Buchhaltung.", "Buchhaltung"],
  ["de", "Werbung brauchts nicht.", "Werbung"],
  ["de", "Ein Forum interessiert uns derzeit überhaupt nicht.", "Forum"],
  ["en", "And we definately don't want a shop for paddles.", "shop for paddles"],
  ["en", "dont want invoices in it, the treasurer does those.", "invoices"],
  ["de", "Die Kurse der Segelschule gehören auch nicht dazu.", "Segelschule"],
  ["es", "Tampoco queremos que cierre el cobertizo.", "cobertizo"],
  ["en", "The treasurer's accounts can stay as they are.", "accounts"],
  ["en", "Swimming lessons: we count those by hand and that can carry on.", "Swimming lessons"],
  ["de", "Die Buchhaltung kann bleiben, wie sie ist.", "Buchhaltung"],
  ["es", "La contabilidad puede seguir tal como está.", "contabilidad"],
  ["fr", "Les commandes de pagaies restent comme elles sont.", "commandes de pagaies"],
  ["es", "Ni hablar de vender palas por internet.", "vender palas"],
  ["es", "Los paquetes, ni tocarlos.", "paquetes"],
  ["es", "Fotos de los niños, ninguna.", "Fotos"],
  ["fr", "Et zéro pub, refusé en AG.", "zéro pub"],
  ["fr", "Pas question de vendre des pagaies.", "vendre des pagaies"],
  ["en", "\n\nWhat we want:\n- See the list\n- Gift cards: dropped", "Gift cards"],
  ["de", "\n\nWünsche:\n- Liste ansehen\n- #12 [Wontfix] Ortung der Boote", "Ortung der Boote"],
  ["de", "Ebenso wenig brauchen wir einen Konfigurator.", "Konfigurator"],
  ["es", "\n\nSocios:\n- Ver la lista\n- Geolocalizar kayaks: descartado", "Geolocalizar kayaks"],
  ["fr", "\n\nLes besoins :\n- Voir la liste\n- Survol du lac par drone, abandonné", "Survol du lac"],
  ["fr", "\n\nRègles :\n- Un kayak par membre\n- La boutique n'est pas concernée par ce projet", "La boutique"],
  ["es", "\n\nQuién\tQué\t¿Entra?\nSocio\tVer la lista\tsí\nSocio\tPagar con tarjeta\tno", "Pagar con tarjeta"],
])("what is put aside plainly is left out: %s %s", async (locale, said, words) => {
  const { kinds } = await read(locale, `${intro[locale]} ${said}`)
  expect(kinds(words)).toEqual(["exclusion"])
})

test.each<[Locale, string, string, Kind]>([
  ["de", "Der Bootswart putzt die Kajaks im Winter nicht.", "im Winter nicht", "unsorted"],
  ["en", "The warden does not clean the kayaks in winter.", "in winter", "unsorted"],
  ["de", "Was gilt, wenn ein Mitglied umzieht, wissen wir selber noch nicht.", "umzieht", "question"],
  ["de", "Der Bootswart meldet Schäden über einen Link, ohne sich anzumelden.", "Schäden", "requirement"],
])("what somebody does not do is no requirement: %s %s", async (locale, said, words, kind) => {
  const { kinds } = await read(locale, `${intro[locale]} ${said}`)
  expect(kinds(words)).toEqual([kind])
})

test("a column of who is a column of people, whatever they are called", async () => {
  const rows = [
    "Skipper\tsees the list\tdaily",
    "Skipper\tticks a boat\tdaily",
    "Shore\tblocks a kayak\tnow and then",
    "Shore\tprints the list\tweekly",
  ]
  const { names, kinds } = await read("en", `${intro.en}\n\nWho\tWhat they need\tWhen\n${rows.join("\n")}`)
  expect(names).toEqual(expect.arrayContaining(["Skipper", "Shore"]))
  expect(kinds("What they need")).toEqual([])
  expect(kinds("prints the list")).toEqual(["requirement"])
})

test("speech without stops is not cut behind what denies", async () => {
  const said =
    "alquilamos kayaks en el lago y los socios ven quién tiene cada kayak y el guarda apunta las salidas y tampoco queremos que cierre el cobertizo y el tesorero saca la lista a fin de mes y cada socio puede reservar un kayak"
  const { kinds, live } = await read("es", said)
  expect(kinds("cierre el cobertizo")).toEqual(["exclusion"])
  expect(live.filter(({ text }) => /^Queremos/.test(text))).toEqual([])
})

describe.each<[Locale, string, string, string, string]>([
  ["en", "Out of scope", "the shop for paddles", "The boathouse is locked at night.", "boathouse"],
  ["de", "Nicht dabei", "der Verkauf von Paddeln", "Das Bootshaus ist nachts zu.", "Bootshaus"],
  ["es", "No entra", "la venta de palas", "El cobertizo está cerrado de noche.", "cobertizo"],
  ["fr", "Hors projet", "la vente de pagaies", "Le hangar est fermé la nuit.", "hangar"],
])("below %s: %s", (locale, heading, out, prose, words) => {
  test("a point is left out, and prose that tells something is not", async () => {
    const { kinds } = await read(locale, `${intro[locale]}\n\n${heading}:\n- ${out}\n\n${heading}:\n${prose}`)
    expect(kinds(out)).toEqual(["exclusion"])
    expect(kinds(words)).not.toContain("exclusion")
  })
})

test.each<[Locale, string, string[], string]>([
  [
    "en",
    "Post\tWhat they do\tPriority\nDesk\thand out the key\thigh\nWarden\tblock a kayak\thigh\nTreasurer\tprint the list\tlow\nOut of scope\tmotor boats\t",
    ["Desk", "Warden", "Treasurer"],
    "motor boats",
  ],
  [
    "de",
    "Stelle\tWas\tPriorität\nEmpfang\tden Schlüssel ausgeben\thoch\nWart\tein Kajak sperren\thoch\nKassierer\tdie Liste drucken\tniedrig\nNicht dabei\tMotorboote\t",
    ["Empfang", "Wart", "Kassierer"],
    "Motorboote",
  ],
  [
    "es",
    "Puesto\tQué hace\tPrioridad\nRecepción\tentregar la llave\talta\nMonitor\tbloquear un kayak\talta\nTesorero\timprimir la lista\tbaja\nNo va\tbarcos de motor\t",
    ["Recepción", "Monitor", "Tesorero"],
    "barcos de motor",
  ],
  [
    "fr",
    "Poste\tQuoi\tPriorité\nAccueil\tremettre la clé\thaute\nMoniteur\tbloquer un kayak\thaute\nTrésorier\timprimer la liste\tbasse\nHors projet\tbateaux à moteur\t",
    ["Accueil", "Moniteur", "Trésorier"],
    "bateaux à moteur",
  ],
])(
  "a column of posts has the roles, and a row that is put aside is left out: %s",
  async (locale, said, people, out) => {
    const { names, kinds } = await read(locale, said)
    expect(names).toEqual(people)
    expect(kinds(out)).toEqual(["exclusion"])
  },
)

test("a shouted tag is no part of a name, and says what its point is", async () => {
  const { names, kinds } = await read(
    "en",
    "[1] REQ print the labels\n[2] RULE guests must wear a jacket\n[3] DATA members pay by card\n[4] WONTFIX ordering of paddles",
  )
  expect(names.filter((name) => /\p{Lu}{3}/u.test(name))).toEqual([])
  expect(kinds("ordering of paddles")).toEqual(["exclusion"])
})

test.each<[Locale, string, string]>([
  ["en", "Correction: 64 kayaks.", "Correction"],
  ["de", "Zahlendreher: 64 Kajaks.", "Zahlendreher"],
  ["es", "Cambio: 64 kayaks.", "Cambio"],
  ["fr", "Rectificatif : 64 kayaks.", "Rectificatif"],
])(
  "a word that announces a correction is nobody, and what it corrects is disputed or gone: %s",
  async (locale, said, label) => {
    const first = {
      en: "We have 46 kayaks.",
      de: "Wir haben 46 Kajaks.",
      es: "Tenemos 46 kayaks.",
      fr: "Nous avons 46 kayaks.",
    }
    const { names, live } = await read(locale, `${intro[locale]} ${first[locale]}`, said)
    expect(names.join()).not.toContain(label)
    const [old] = live.filter(({ text }) => text.includes("46") && !text.includes("64"))
    const asks = live.some(({ kind, text }) => kind === "question" && text.includes("46") && text.includes("64"))
    expect(old === undefined || asks).toBe(true)
    expect(live.some(({ text }) => text.includes("64"))).toBe(true)
  },
)

test.each<[Locale, string, string]>([
  ["en", "The trustees said yes to 9,200 pounds, that is all there is.", "9,200"],
  ["en", "Bookings can no longer be lost.", "lost"],
  ["de", "Das muss ohne den Enkel klappen.", "Enkel"],
  ["es", "Se puede ver sin entrar.", "sin entrar"],
])("what denies or names a sum is no requirement by a guess: %s %s", async (locale, said, words) => {
  const { kinds } = await read(locale, `${intro[locale]} ${said}`)
  expect(kinds(words)).not.toContain("requirement")
  expect(kinds(words)).toHaveLength(1)
})

test.each<[Locale, string, string, Kind]>([
  ["en", "Orders over 5,000 euros must be approved by the chair.", "5,000", "rule"],
  ["fr", "Côté sous, je ne mettrai pas plus de 8 500 euros.", "8 500", "constraint"],
  ["fr", "Le fichier actuel ne permet pas de savoir qui a quel kayak.", "fichier actuel", "context"],
  ["es", "\n\nEl presupuesto son 5.800 euros\nLos partes se guardan diez años", "5.800", "constraint"],
])("a sum, and what the old program cannot do, are what they are: %s %s", async (locale, said, words, kind) => {
  const { kinds } = await read(locale, `${intro[locale]} ${said}`)
  expect(kinds(words)).toEqual([kind])
})

test("a question about the matter stays open, however it begins; one about how long this takes is beside it", async () => {
  const { kinds } = await read(
    "en",
    intro.en,
    "How long do we have to keep the records for the insurer?",
    "Ok, how long will this take?",
  )
  expect(kinds("the insurer")).toEqual(["question"])
  expect(kinds("this take")).toEqual([])
})

test("a verb, an article or a thing is no part of somebody's name", async () => {
  const { names } = await read(
    "en",
    "Orders land in Xero, that's what our accountant uses. Members see who has which kayak.",
  )
  expect(names.filter((name) => /that|what|our/i.test(name))).toEqual([])
  const { names: french } = await read("fr", "La commune entend remplacer le carnet. Le catalogue affiche les kayaks.")
  expect(french.filter((name) => /entend|catalogue/i.test(name))).toEqual([])
})

test.each<[Locale, string, string, string]>([
  ["en", "We have 11 boats in the shed.", "Scratch the 11 boats, it is 12 boats since May.", "12 boats"],
  [
    "de",
    "Wir haben elf Boote im Schuppen.",
    "Moment, ich habe vorhin elf Boote gesagt, es sind zwölf Boote.",
    "zwölf Boote",
  ],
  ["es", "Tenemos 11 barcas en el cobertizo.", "Perdón, de 11 barcas nada, son 12 barcas.", "12 barcas"],
  ["fr", "Nous avons 11 bateaux au hangar.", "Pardon, pas 11 bateaux mais 12 bateaux.", "12 bateaux"],
])("a number taken back in the same message stands no more: %s", async (locale, old, fresh, words) => {
  const { live } = await read(locale, `${intro[locale]} ${old} ${fresh}`)
  const [line, ...others] = live.filter(({ text }) => /1[12]|elf|zwölf/.test(text) && text.includes(words.slice(-6)))
  expect(others).toEqual([])
  expect(line?.text).toContain(words)
  expect(line?.text).toBe(old.replace(/\b(?:11|elf)\b/, words.split(" ")[0] ?? ""))
  expect(line?.sources.some(({ quote, context }) => context && fresh.startsWith(quote))).toBe(true)
})

test("who speaks in a chat is told by the time beside the name, and a sign before it is no limit", async () => {
  const chat = `j.doe 09:14 > We hire out kayaks on the lake.
m.roe 09:31 > Members see who has which kayak.
j.doe 09:40 > Legal is still thinking about that one.
m.roe 09:41 > A kayak goes out for at most 3 hours.`
  const { kinds, live } = await read("en", chat)
  expect(kinds("still thinking")).not.toContain("rule")
  expect(kinds("3 hours")).toEqual(["rule"])
  expect(live.filter(({ text }) => /j\.doe|m\.roe|09:/i.test(text))).toEqual([])
})
