import { type Item, isLive, type Kind, Language } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { Visit } from "./guided-play.ts"

/** Who acts, what takes something back, and what sounds like a duty and is none: the same in every language. */
const said = {
  en: {
    brief:
      "Treats are sold at the desk. The office prints the list every Friday. Vaccination cards are checked by the trainer. We have 12 trainers and 340 dogs. Owners cancel up to 24 hours before.",
    takenBack: [
      ["Scrap what I said about the treats.", "Treats are sold"],
      ["Sorry, I meant Thursday, not Friday.", "every Friday"],
      ["Actually it's the owner who checks the vaccination cards.", "checked by the trainer"],
      ["No, 14 trainers.", "12 trainers"],
      ["I wrote 24 hours before, we want 48 hours.", "24 hours before"],
    ],
    acts: "The shepherd weighs every lamb. Beds are made up by the housekeeper. Our small office looks after 40 hikers.",
    roles: ["Shepherd", "Housekeeper"],
    telegram:
      "Hut notes\nGuest: books a bed\nGuest: max. 3 nights\nWarden: sees who comes\nWarden: locks the door at ten",
    told: ["Guest", "Warden"],
    wishes: '"I want to swap my shift." (nurse)\n"I need the address in big letters." – driver',
    wishers: ["Nurse", "Driver"],
    mine: ["I have to pick up my kids now.", "It must be shown at Easter.", "Nobody had looked at it."],
    left: "There will be no leaderboard.",
    present: "Minutes\nPresent: Ann Miller, Bob Hart, Cleo Wood\n\nThe warden sees all bookings.",
    opening: "We run a bakery with two shops and want orders online.",
    speech:
      "the farmer books the vet online the vet confirms the visit and if it is urgent the receptionist calls back and the owner sees all the bills right now its all on paper and things get lost and that costs us a lot of money every month",
    cut: ["The farmer books the vet online.", "The owner sees all the bills."],
  },
  de: {
    brief:
      "Leckerli werden am Tresen verkauft. Das Büro druckt jeden Freitag die Liste. Impfpässe prüft der Trainer. Wir haben 12 Trainer und 340 Hunde. Halter sagen bis 24 Stunden vorher ab.",
    takenBack: [
      ["Vergessen Sie, was ich zu den Leckerli gesagt habe.", "Leckerli werden"],
      ["Entschuldigung, ich meinte Donnerstag, nicht Freitag.", "jeden Freitag"],
      ["Eigentlich prüft die Impfpässe der Halter.", "prüft der Trainer"],
      ["Nein, 14 Trainer.", "12 Trainer"],
      ["Die 24 Stunden vorher sind zu kurz, 48 Stunden.", "24 Stunden vorher"],
    ],
    acts: "Der Schäfer wiegt jedes Lamm. Betten werden vom Hausmeister bezogen. Im Heft stehen 40 Namen.",
    roles: ["Schäfer", "Hausmeister"],
    telegram:
      "Notizen zur Hütte\nGast: bucht ein Bett\nGast: max. 3 Nächte\nWirtin: sieht, wer kommt\nWirtin: schließt um zehn die Tür ab",
    told: ["Gast", "Wirtin"],
    wishes: "„Ich möchte meine Schicht tauschen.“ (Pflegerin)\n„Ich brauche die Adresse in großer Schrift.“ – Fahrer",
    wishers: ["Pflegerin", "Fahrer"],
    mine: ["So, jetzt muss ich zum Zug.", "Zu Ostern muss es gezeigt werden.", "Niemand hat hingeschaut."],
    left: "Eine Bestenliste wird es nicht geben.",
    present: "Protokoll\nAnwesend: Anna Müller, Bob Hart, Cleo Wald\n\nDie Wirtin sieht alle Buchungen.",
    opening: "Wir haben eine Bäckerei mit zwei Läden und möchten Bestellungen online.",
    speech:
      "der bauer bucht den tierarzt und der tierarzt bestätigt den termin und der besitzer sieht alle rechnungen im moment steht alles auf papier und oft geht etwas verloren und das kostet uns jeden monat viel geld und zeit und nerven",
    cut: ["Der bauer bucht den tierarzt.", "Der besitzer sieht alle rechnungen."],
  },
  es: {
    brief:
      "Las chuches se venden en el mostrador. La oficina imprime la lista cada viernes. Las cartillas las revisa el entrenador. Tenemos 12 entrenadores y 340 perros. Los dueños cancelan hasta 24 horas antes.",
    takenBack: [
      ["Olvide lo que dije de las chuches.", "chuches se venden"],
      ["Perdón, quería decir jueves, no viernes.", "cada viernes"],
      ["En realidad las cartillas las revisa el dueño.", "revisa el entrenador"],
      ["No, 14 entrenadores.", "12 entrenadores"],
      ["Puse 24 horas antes, pero queremos 48 horas.", "24 horas antes"],
    ],
    acts: "El pastor pesa cada cordero. Las camas son preparadas por la gobernanta. En el cuaderno hay 40 nombres.",
    roles: ["Pastor", "Gobernanta"],
    telegram:
      "Notas del refugio\nCliente: reserva una cama\nCliente: máx. 3 noches\nGuarda: ve quién llega\nGuarda: cierra la puerta a las diez",
    told: ["Cliente", "Guarda"],
    wishes: "«Quiero cambiar mi turno.» (enfermera)\n«Necesito la dirección en letra grande.» – conductor",
    wishers: ["Enfermera", "Conductor"],
    mine: ["Tengo que llamar a mi hermana.", "En Navidad se tiene que enseñar.", "Nadie había mirado."],
    left: "No habrá clasificación.",
    present: "Acta\nAsistentes: Ana Gil, Jorge Paz, Lucía Ríos\n\nLa encargada ve todas las reservas.",
    opening: "Tenemos una panadería con dos tiendas y queremos pedidos en línea.",
    speech:
      "el alumno reserva la clase el profesor la confirma y si llueve se avisa a todos por mensaje la directora ve todas las horas y los padres reciben la factura a final de mes ahora lo llevamos en una libreta y es un lío enorme",
    cut: ["El alumno reserva la clase.", "El profesor la confirma."],
  },
  fr: {
    brief:
      "Les friandises se vendent au comptoir. Le bureau imprime la liste chaque vendredi. Les carnets sont vérifiés par l'éducateur. Nous avons 12 éducateurs et 340 chiens. Les maîtres annulent jusqu'à 24 heures avant.",
    takenBack: [
      ["Oubliez ce que j'ai dit des friandises.", "friandises se vendent"],
      ["Pardon, je voulais dire jeudi, pas vendredi.", "chaque vendredi"],
      ["En fait, c'est le maître qui vérifie les carnets.", "vérifiés par l'éducateur"],
      ["Non, 14 éducateurs.", "12 éducateurs"],
      ["J'écrivais 24 heures avant, c'est 48 heures.", "24 heures avant"],
    ],
    acts: "Le berger pèse chaque agneau. Les lits sont faits par la gouvernante. Dans le cahier il y a 40 noms.",
    roles: ["Berger", "Gouvernante"],
    telegram:
      "Notes du refuge\nClient : réserve un lit\nClient : 3 nuits maximum\nGardien : voit qui arrive\nGardien : ferme la porte à dix heures",
    told: ["Client", "Gardien"],
    wishes: "« Je veux échanger mon service. » (infirmière)\n« J'ai besoin de l'adresse en grand. » – chauffeur",
    wishers: ["Infirmière", "Chauffeur"],
    mine: ["Je dois passer chez le notaire.", "À Noël il faut le montrer.", "Personne n'avait regardé."],
    left: "Il n'y aura pas de classement.",
    present: "Compte rendu\nPrésents : Anne Roux, Paul Petit, Léa Brun\n\nLe gardien voit toutes les réservations.",
    opening: "Nous avons une boulangerie avec deux magasins et voudrions des commandes en ligne.",
    speech:
      "le gérant réserve le créneau le transporteur confirme son passage et si c'est urgent on rappelle la secrétaire voit toutes les factures et les parents reçoivent un message actuellement tout est sur papier et on perd des feuilles tous les mois",
    cut: ["Le gérant réserve le créneau."],
  },
} as const satisfies Record<Language, object>

async function written(language: Language, ...messages: string[]): Promise<Visit> {
  const visit = new Visit(language)
  for (const message of messages) await visit.say(message)
  return visit
}

const live = ({ document }: Visit): Item[] => document.items.filter(isLive)
const rolesIn = (visit: Visit) => live(visit).flatMap(({ kind, text }) => (kind === "role" ? [text] : []))
const kindsOf = (visit: Visit, words: string): Kind[] =>
  live(visit).flatMap(({ kind, sources }) => (sources.some(({ quote }) => quote.includes(words)) ? [kind] : []))

describe.each(Language.options)("in %s", (language) => {
  const { brief, takenBack, acts, roles, telegram, told, wishes, wishers, mine, left, present, opening, speech, cut } =
    said[language]

  test.each(takenBack.map(([correction, old]) => ({ correction, old })))(
    "$correction leaves no old line standing beside it without a question",
    async ({ correction, old }) => {
      const visit = await written(language, brief, correction)
      const standing = live(visit).filter(({ kind, text }) => kind !== "question" && text.includes(old))
      const open = live(visit).filter(({ kind, text }) => kind === "question" && text.includes(old))
      expect(standing.length === 0 || open.length > 0).toBe(true)
    },
  )

  test("whoever does something is somebody, also behind the verb, and what only is there is nobody", async () => {
    expect(rolesIn(await written(language, acts))).toEqual([...roles])
  })

  test("a word for people before what they do is no speaker but somebody, whose lines all say so", async () => {
    const visit = await written(language, telegram)
    expect(rolesIn(visit)).toEqual(expect.arrayContaining([...told]))
    for (const name of told)
      expect(live(visit).filter(({ kind, text }) => kind !== "role" && text.startsWith(`${name}:`))).toHaveLength(2)
  })

  test("a wish in quotation marks is that of whoever is named behind it", async () => {
    const visit = await written(language, wishes)
    expect(rolesIn(visit)).toEqual([...wishers])
    const wished = live(visit).filter(({ kind }) => kind === "requirement")
    expect(wished.map(({ text }) => text.split(":")[0])).toEqual([...wishers])
  })

  test.each(mine)("%j is no duty of a program", async (text) => {
    const kinds = kindsOf(await written(language, brief, text), text)
    expect(kinds.filter((kind) => kind !== "unsorted" && kind !== "constraint" && kind !== "context")).toEqual([])
  })

  test("what there will not be is left out", async () => {
    expect(kindsOf(await written(language, brief, left), left)).toEqual(["exclusion"])
  })

  test("who was present is no line", async () => {
    const [, line = ""] = present.split("\n")
    expect(kindsOf(await written(language, present), line.slice(-9))).toEqual([])
  })

  test("who they are and what they want, said first, is what it is about", async () => {
    expect(kindsOf(await written(language, opening), opening)).toEqual(["summary"])
  })

  test("speech without a stop is cut before somebody who does something", async () => {
    expect(live(await written(language, speech)).map(({ text }) => text)).toEqual(expect.arrayContaining([...cut]))
  })
})
