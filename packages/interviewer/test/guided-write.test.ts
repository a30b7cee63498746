import { type Item, isLive, type Kind } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { answered } from "../src/guided/ask/answer.ts"
import { placeOf } from "../src/guided/ask/lines.ts"
import { read } from "../src/guided/read/reading.ts"
import { Visit } from "./guided-play.ts"

/** What a sentence becomes, and what it does to what was said before. */

async function write(locale: string, ...messages: string[]): Promise<Item[]> {
  const visit = new Visit(locale)
  for (const message of messages) await visit.say(message)
  return visit.document.items.filter(isLive)
}

const kindsOf = (items: readonly Item[], words: string): Kind[] =>
  items.filter(({ sources }) => sources.some(({ quote }) => quote.includes(words))).map(({ kind }) => kind)

const BRIEF = {
  en: "Notes for the allotments.\n- Tenants enter their water meter.\n- The gate code changes every month.\n- A newsletter about vegetables would be nice.\n- Compost deliveries stay out of it.",
  de: "Notizen für die Gärten.\n- Pächter tragen ihren Wasserzähler ein.\n- Der Torcode muss sich jeden Monat ändern.\n- Ein Rundbrief über Gemüse wäre schön.\n- Kompostlieferungen bleiben außen vor.",
  es: "Notas de los huertos.\n- Los socios apuntan su contador de agua.\n- El código de la verja debe cambiar cada mes.\n- Estaría bien un boletín sobre verduras.\n- Los repartos de compost quedan fuera.",
  fr: "Notes pour les jardins.\n- Les locataires saisissent leur compteur d'eau.\n- Le code du portail doit changer chaque mois.\n- Un bulletin sur les légumes serait bien.\n- Les livraisons de compost restent dehors.",
}

describe("a change of mind", () => {
  test.each([
    ["en", BRIEF.en, "On reflection, leave out the newsletter about vegetables.", "newsletter about"],
    ["de", BRIEF.de, "Den Rundbrief über Gemüse lassen wir doch lieber weg.", "Rundbrief über"],
    ["es", BRIEF.es, "Pensándolo bien, el boletín sobre verduras lo quitamos.", "boletín sobre"],
    ["fr", BRIEF.fr, "Réflexion faite, le bulletin sur les légumes, on laisse tomber.", "ulletin sur"],
  ])("leaves out what was wanted: %s", async (locale, brief, said, words) => {
    expect(kindsOf(await write(locale, brief, said), words)).toEqual(["exclusion"])
  })

  test.each([
    ["en", BRIEF.en, "Compost deliveries are in after all.", "ompost deliveries"],
    ["de", BRIEF.de, "Die Kompostlieferungen sollen nun doch mit hinein.", "ompostlieferungen"],
    ["es", BRIEF.es, "Los repartos de compost sí que entran.", "repartos de compost"],
    ["fr", BRIEF.fr, "Les livraisons de compost, finalement oui.", "ivraisons de compost"],
  ])("wants what was left out, or asks, and leaves nothing out silently: %s", async (locale, brief, said, words) => {
    const kinds = kindsOf(await write(locale, brief, said), words)
    expect(kinds.includes("exclusion") && !kinds.includes("question")).toBe(false)
    expect(kinds).toContain("requirement")
  })

  test("that names nothing said before is no change", async () => {
    const items = await write("en", BRIEF.en, "Sorry, the postman was at the door.")
    expect(items.filter(({ cue }) => cue === "contradiction" || cue === "correction")).toEqual([])
  })

  test("that comes twice in one message takes the old line's place once", async () => {
    const items = await write(
      "en",
      "A tenant may hold at most three plots.",
      "Sorry, a tenant may hold at most four plots, not three plots.\nSorry, a tenant may hold at most five plots, not three plots.",
    )
    expect(items.some(({ text }) => text === "A tenant may hold at most three plots.")).toBe(false)
  })

  test("shows both where the line says something else, too", async () => {
    const items = await write(
      "en",
      "We have 40 plots and must not spend more than 900 euros.",
      "Sorry, it is 45 plots.",
    )
    expect(kindsOf(items, "900 euros")).toContain("question")
    expect(items.some(({ kind, text }) => kind !== "question" && text.includes("900 euros"))).toBe(true)
  })

  test("of a sum finds the sum", async () => {
    const [line] = (
      await write(
        "en",
        "The budget is capped at £3,000.\nGates close at 8 pm.",
        "The cap is out of date, the council approved £4,500.",
      )
    ).filter(({ text }) => text.includes("4,500"))
    expect(line?.kind).toMatch(/constraint|question/)
  })
})

test.each([
  [
    "en",
    "Stock\n- invoices no we got Xero for that\n- i dont want trackers on the vans\n- No signal in the cellar",
    ["invoices", "trackers"],
    "No signal",
  ],
  [
    "de",
    "Lager\n- Buchhaltung nicht nachbauen\n- Inventur: erstmal weglassen\n- kein Empfang im Keller",
    ["Buchhaltung", "Inventur"],
    "kein Empfang",
  ],
  [
    "es",
    "Almacén\n- de las nóminas nada, las lleva la gestoría\n- el inventario lo quitamos\n- Sin cobertura en el sótano",
    ["nóminas", "inventario"],
    "Sin cobertura",
  ],
  [
    "fr",
    "Stock\n- la paie, on laisse tomber\n- l'inventaire, on l'enlève\n- pas de réseau à la cave",
    ["paie", "inventaire"],
    "pas de réseau",
  ],
])("what is not wanted is left out, and what is missing on site is not: %s", async (locale, said, outs, there) => {
  const items = await write(locale, said)
  for (const words of outs) expect(kindsOf(items, words)).toEqual(["exclusion"])
  expect(kindsOf(items, there)).not.toContain("exclusion")
})

test.each([
  [
    "en",
    "This is for the pool.\nNo guest ever sees another guest's locker.\nNothing may be stored abroad.",
    ["ever sees", "stored abroad"],
  ],
  [
    "de",
    "Zum Bad.\nKein Gast darf den Spind eines anderen sehen.\nNichts darf im Ausland gespeichert werden.",
    ["Kein Gast", "Ausland"],
  ],
])("a rule that begins with “no” is neither left out nor wanted: %s", async (locale, said, parts) => {
  const items = await write(locale, said)
  for (const words of parts) expect(kindsOf(items, words)).toEqual(["rule"])
})

test.each([
  ["en", "The swimmer's file is kept for ten years."],
  ["de", "Die Akte der Schwimmer wird zehn Jahre aufbewahrt."],
  ["es", "La ficha del nadador se guarda diez años."],
  ["fr", "La fiche du nageur est conservée dix ans."],
])("how long something is kept is a rule: %s", async (locale, said) => {
  expect(kindsOf(await write(locale, said), said.slice(0, 12))).toEqual(["rule"])
})

test.each([
  ["en", "The pool\n\nUsers\nThe steward decides who swims.\nThe kiosk gets the list on Monday.", ["Steward", "Kiosk"]],
  [
    "de",
    "Das Bad\n\nBeteiligte\nDie Wache entscheidet, wer schwimmt.\nDie Kasse bekommt am Montag die Liste.",
    ["Wache", "Kasse"],
  ],
])("below “who uses it”, whoever does something is somebody: %s", async (locale, said, names) => {
  const roles = (await write(locale, said)).filter(({ kind }) => kind === "role").map(({ text }) => text)
  expect(roles).toEqual(expect.arrayContaining(names))
})

test("two people whose names end alike are two, and one in brackets does not hide what somebody does", async () => {
  const roles = (
    await write("en", "Jobs.\nThe bar manager (Sue) closes the till.\nThe pool manager opens the gate.")
  ).filter(({ kind }) => kind === "role")
  expect(roles.map(({ text }) => text)).toEqual(["Bar manager", "Pool manager"])
})

test.each([
  ["en", "Ha, good one."],
  ["en", "I'm back, the phone rang."],
  ["de", "Gute Frage."],
  ["es", "Buena pregunta."],
  ["fr", "Je reviens, le téléphone sonnait."],
  ["en", "Doreen just popped in and says hello to everybody here!"],
  ["es", "¿Y esto cuánto vas a tardar en hacerlo?"],
  ["de", "Bringt Ihnen das jetzt eigentlich auch Glück? ;-)"],
])("a remark about the talk answers no question: %s, %j", async (locale, said) => {
  const visit = new Visit(locale)
  await visit.say(BRIEF[locale as keyof typeof BRIEF])
  for (let asked = 0; asked < 12; asked++) {
    const { document } = await visit.say(said)
    expect(kindsOf(document.items.filter(isLive), said).filter((kind) => kind !== "unsorted")).toEqual([])
  }
})

test("speech without full stops is cut where the next thing begins", async () => {
  const items = await write(
    "en",
    "hiya so we run a kennel me and my sister and its all on a whiteboard and nobody knows whos been walked, the owner shld see a photo every day, a walker must not see other owners addresses, if a dog is ill the vet gets a text, and we also need the feeding times in there because my sister forgets",
  )
  expect(kindsOf(items, "photo every day")).toContain("requirement")
  expect(items.find(({ text }) => text.startsWith("A walker must not"))).toMatchObject({
    kind: "rule",
    text: "A walker must not see other owners addresses.",
  })
})

test("four times the text without a full stop takes at most twenty times as long", async () => {
  const timed = async (length: number) => {
    const text = "queremos que el socio vea la lista y, si falta algo, # 3 de cada 4 no, ".repeat(220).slice(0, length)
    const started = performance.now()
    await write("es", text)
    return performance.now() - started
  }
  await timed(4_000) // its phrases are compiled once
  expect(await timed(16_000)).toBeLessThan(20 * (await timed(4_000)))
})

test.each([
  [
    "en",
    "The hall\n\nTrainers\n- can print the list\n- Only Priya and I can change prices",
    "Only Priya",
    "Only Priya and I can change prices.",
  ],
  [
    "de",
    "Die Halle\n\nTrainer\n- können die Liste drucken\n- Nur Priya und ich können Preise ändern",
    "Nur Priya",
    "Nur Priya und ich können Preise ändern.",
  ],
  [
    "es",
    "La sala\n\nEntrenadores\n- pueden imprimir la lista\n- Solo Priya y yo podemos cambiar precios",
    "Solo Priya",
    "Solo Priya y yo podemos cambiar precios.",
  ],
  [
    "fr",
    "La salle\n\nEntraîneurs\n- peuvent imprimer la liste\n- Personne ne peut changer les prix",
    "Personne ne",
    "Personne ne peut changer les prix.",
  ],
])("a heading does not turn who is meant: %s", async (locale, said, words, text) => {
  const items = await write(locale, said)
  expect(items.find((item) => item.sources.some(({ quote }) => quote.includes(words)))?.text).toBe(text)
})

test.each([
  [
    "en",
    "Notes\n\nWhat I'd love\n- It is quiet in there\n\nDefinitely not\n- A chat for patients",
    ["quiet", "chat for"],
  ],
  [
    "de",
    "Notizen\n\nWunschliste\n- Es ist ruhig darin\n\nAuf keinen Fall\n- Ein Chat für Patienten",
    ["ruhig", "Chat für"],
  ],
  [
    "es",
    "Notas\n\nLo que nos gustaría\n- Es tranquilo ahí\n\nLo que no\n- Un chat de pacientes",
    ["tranquilo", "chat de"],
  ],
  [
    "fr",
    "Notes\n\nCe qu'on aimerait\n- C'est calme dedans\n\nCe qu'on ne veut pas\n- Un chat de patients",
    ["calme", "chat de"],
  ],
])("below a wish stands a wish, and below “not” what is left out: %s", async (locale, said, [wish = "", out = ""]) => {
  const items = await write(locale, said)
  expect(kindsOf(items, wish)).toEqual(["requirement"])
  expect(kindsOf(items, out)).toEqual(["exclusion"])
})

test.each([
  ["en", "An order has the name, phone and time of the customer.", "Like I said, an order has the name."],
  ["de", "Eine Bestellung enthält Name, Telefon und Zeit.", "Wie gesagt, eine Bestellung enthält den Namen."],
  ["es", "Un pedido incluye nombre, teléfono y hora.", "Como dije, un pedido incluye el nombre."],
  ["fr", "Une commande contient le nom, le téléphone et l'heure.", "Comme je l'ai dit, une commande contient le nom."],
])("a repetition takes nothing back: %s", async (locale, first, again) => {
  const items = await write(locale, first, again)
  expect(items.some(({ text }) => text === first)).toBe(true)
  expect(items.filter(({ cue }) => cue === "correction" || cue === "contradiction")).toEqual([])
})

test.each([
  ["en", "Pencilled tents should be free again after 7 days.", "Make that 10 days, not 7, for the tents."],
  ["de", "Vorgemerkte Zelte müssen nach 7 Tagen wieder frei sein.", "Korrektur: die Zelte nach 10 Tagen, nicht 7."],
  ["es", "Las carpas apuntadas deben quedar libres a los 7 días.", "Perdón, las carpas a los 10 días, no 7."],
  ["fr", "Les tentes notées doivent être libres après 7 jours.", "Pardon, les tentes après 10 jours, pas 7."],
])("a correction of one number changes it in its line, and no other word of it: %s", async (locale, first, second) => {
  const items = await write(locale, first, second)
  expect(items.filter(({ text }) => /[\d]/.test(text)).map(({ text, kind }) => [text, kind])).toEqual([
    [first.replace("7", "10"), expect.stringMatching(/^(?:rule|requirement)$/)],
  ])
})

test.each([
  [
    "en",
    "Nobody books more than two lessons a day.\nThree lessons a day are usual before the exam.",
    "Eleven people work here.\nMembers may cancel at most two people.",
  ],
  [
    "de",
    "Niemand bucht mehr als zwei Fahrstunden am Tag.\nVor der Prüfung sind drei Fahrstunden am Tag üblich.",
    "Elf Leute arbeiten hier.\nMitglieder dürfen höchstens zwei Leute abmelden.",
  ],
  [
    "es",
    "Nadie reserva más de dos clases al día.\nAntes del examen son habituales tres clases al día.",
    "Aquí trabajan once personas.\nLos socios pueden anular como máximo dos personas.",
  ],
  [
    "fr",
    "Personne ne réserve plus de deux leçons par jour.\nAvant l'examen trois leçons par jour sont normales.",
    "Onze personnes travaillent ici.\nLes membres peuvent annuler deux personnes au maximum.",
  ],
])("two limits of one thing are asked about, other numbers are not: %s", async (locale, both, apart) => {
  const asked = async (said: string) => (await write(locale, said)).filter(({ cue }) => cue === "contradiction").length
  expect(await asked(both)).toBe(1)
  expect(await asked(apart)).toBe(0)
})

test.each([
  ["en", "We run a shop.\nNo lost order in three months, then I'm happy.", "No lost order"],
  [
    "de",
    "Wir haben einen Laden.\nKeine verlorene Bestellung in drei Monaten, dann bin ich zufrieden.",
    "Keine verlorene",
  ],
  ["es", "Tenemos una tienda.\nNingún pedido perdido en tres meses, y estoy contento.", "Ningún pedido"],
  ["fr", "Nous avons une boutique.\nAucune commande perdue en trois mois, et je suis content.", "Aucune commande"],
])("what would make somebody happy is a measure: %s", async (locale, said, words) => {
  expect(kindsOf(await write(locale, said), words)).toEqual(["measure"])
})

test.each([
  ["en", "A member can book a court.", "I book court 3 twice, then the second booking must not be possible."],
  [
    "de",
    "Ein Mitglied kann einen Platz buchen.",
    "Ich buche Platz 3 zweimal, dann darf die zweite Buchung nicht gehen.",
  ],
  ["es", "Un socio puede reservar una pista.", "Reservo la pista 3 dos veces y la segunda no se puede guardar."],
  ["fr", "Un membre peut réserver un court.", "Je réserve le court 3 deux fois, et le second ne doit pas passer."],
])("a check is a check, also when it sounds like a rule: %s", async (locale, said, check) => {
  const { document } = await new Visit(locale).say(said)
  const line = document.items.find(({ kind }) => kind === "requirement")
  const place = line && placeOf(line)
  if (!line || !place) throw new Error("no requirement")
  const message = { id: "msg_00000000000000000000000009", text: check } as const
  const language = locale as "en"
  const waiting = { question: "criterion", wording: "ask", places: [place] } as const
  const reading = read(message, { language, asked: "criterion", isFirst: false })
  const { proposals } = answered(document, { ...waiting, places: [place] }, message, reading, language)
  expect(proposals(document)).toMatchObject([{ op: "set", id: line.id, fields: { criteria: [{ text: check }] } }])
})

test("what was said in another script ends as it was said, with no full stop of ours behind", async () => {
  const said = {
    bengali: "গ্রাহক অর্থ দেওয়ার আগে মূল্য দেখেন।",
    armenian: "Հաճախորդը տեսնում է գինը վճարելուց առաջ։",
    thai: "ลูกค้าต้องเห็นราคาก่อนชำระเงิน",
    georgian: "სისტემამ უნდა შეინახოს ყველა შეკვეთა.",
  }
  const messages = Object.entries(said).map(([name, text]) => `- Rule: ${text}\n- ${name} customers: ${text}`)
  const texts = (await write("en", ...messages)).map(({ text }) => text)
  for (const text of Object.values(said)) expect(texts.filter((one) => one.endsWith(text)).length).toBeGreaterThan(1)
})
