import { isLive, type Kind } from "@spec-wizard/core/protocol/document"
import type { Act } from "@spec-wizard/core/protocol/turn"
import { expect, test } from "vitest"
import { Visit } from "./guided-play.ts"

/** What is read of the shape of a message. */

async function read(locale: string, said: string) {
  const visit = new Visit(locale)
  const { document, changes } = await visit.say(said)
  const live = document.items.filter(isLive)
  const holding = (words: string) => live.filter(({ sources }) => sources.some(({ quote }) => quote.includes(words)))
  const aside = (words: string): Act | undefined =>
    changes?.asides?.find(({ start, end }) => said.slice(start, end).includes(words))?.act
  return { aside, kinds: (words: string): Kind[] => holding(words).map(({ kind }) => kind), live, holding }
}

test.each([
  ["en", "Notes\n\n# about 40 kayaks\n# no shop for paddles\n# members see who has which kayak", "40 kayaks"],
  [
    "de",
    "Notizen\n\n# etwa 40 Kajaks\n# kein Verkauf von Paddeln\n# Mitglieder sehen, wer welches Kajak hat",
    "40 Kajaks",
  ],
  ["es", "Notas\n\n# unos 40 kayaks\n# nada de venta de palas\n# los socios ven quién tiene cada kayak", "40 kayaks"],
  ["fr", "Notes\n\n# environ 40 kayaks\n# pas de vente de pagaies\n# les membres voient qui a quel kayak", "40 kayaks"],
])("several lines with the same sign are a list, and no line of it is a heading: %s", async (locale, said, words) => {
  const { kinds, aside, live } = await read(locale, said)
  expect(aside(words)).toBeUndefined()
  expect(kinds(words)).toEqual(["context"])
  expect(live.filter(({ kind }) => kind === "exclusion")).toHaveLength(1)
})

test("a heading with nothing below it says something itself", async () => {
  const { kinds } = await read("en", "# Kayaks are counted twice a year\n\n# Members\n- see who has which kayak")
  expect(kinds("counted twice")).toEqual(["unsorted"])
})

test.each([
  [
    "en",
    "KB-1 As a coach, I want to see who comes.\nKB-2 As a coach, I want to print the list.",
    "As a coach, I want to print the list.",
  ],
  [
    "de",
    "KB-1 Als Trainer möchte ich sehen, wer kommt.\nKB-2 Als Trainer möchte ich die Liste drucken.",
    "Als Trainer möchte ich die Liste drucken.",
  ],
  [
    "es",
    "KB-1 Como entrenador quiero ver quién viene.\nKB-2 Como entrenador quiero imprimir la lista.",
    "Como entrenador quiero imprimir la lista.",
  ],
  [
    "fr",
    "KB-1 En tant que coach, je veux voir qui vient.\nKB-2 En tant que coach, je veux imprimer la liste.",
    "En tant que coach, je veux imprimer la liste.",
  ],
])("a number before a story is its number, and the rest is the story: %s", async (locale, said, text) => {
  const { live } = await read(locale, said)
  expect(live.find((item) => item.text === text)).toMatchObject({ kind: "requirement", reference: "KB-2" })
  expect(live.filter(({ kind }) => kind === "role")).toHaveLength(1)
})

test.each([
  [
    "de",
    "Der Trainer legt für jede Woche fest, welche Gruppe auf\ndem Wasser ist, und trägt am Abend auch noch die\nBoote ein, die geputzt worden sind, und er schreibt\ndazu, wer gefehlt hat.",
    "Der Trainer legt",
  ],
  [
    "en",
    "The coach decides for each week which group is out on\nthe river, and writes down after every evening on the\nThames which boats were cleaned, and he also writes\ndown who was missing.",
    "The coach decides",
  ],
])("a sentence that was broken into lines is one sentence, also before a capital: %s", async (locale, said, words) => {
  const { holding } = await read(locale, said)
  expect(holding(words).map(({ text }) => text)).toContain(said.replaceAll("\n", " "))
})

test.each([
  [
    "en",
    "1. What do you do?\nA: We hire out 20 tents.\n2. What is left out?\nA: b) Weddings.",
    "Weddings",
    "A: b) Weddings.",
  ],
  [
    "es",
    "1. ¿A qué se dedican?\nR: Alquilamos 20 carpas.\n2. ¿Qué queda fuera?\nR: b) Las bodas.",
    "bodas",
    "R: b) Las bodas.",
  ],
])("a letter before an answer is quoted with it and is not in its text: %s", async (locale, said, words, quote) => {
  const [line] = (await read(locale, said)).holding(words)
  expect(line?.kind).toBe("exclusion")
  expect(line?.text).toMatch(/^(Weddings|Las bodas)\.$/)
  expect(line?.sources.map((source) => source.quote)).toContain(quote)
})

test.each([
  [
    "en",
    "Scope. Members reserve a kayak.\n\nAssumptions. Every member can swim.",
    "Every member can swim",
    "assumption",
  ],
  [
    "de",
    "Umfang. Mitglieder reservieren ein Kajak.\n\nAnnahmen. Jedes Mitglied kann schwimmen.",
    "kann schwimmen",
    "assumption",
  ],
])("a known word with a full stop before a paragraph is its heading: %s", async (locale, said, words, kind) => {
  expect((await read(locale, said)).kinds(words)).toEqual([kind])
})

test.each([
  [
    "en",
    "No;Who;Need;Remark\n1;Crew;see the tide table;today it hangs on a nail\n2;Harbour master;close a berth;\n3;Everybody;read the notices;",
    "see the tide table",
    "Crew: see the tide table.",
  ],
  [
    "de",
    "Nr;Wer;Anforderung;Notiz\n1;Mannschaft;die Tidentafel sehen;heute hängt sie am Nagel\n2;Hafenmeister;einen Liegeplatz sperren;\n3;Alle;die Hinweise lesen;",
    "Tidentafel",
    "Mannschaft: die Tidentafel sehen.",
  ],
  [
    "es",
    "Nº;Quién;Necesidad;Nota\n1;Tripulación;ver la tabla de mareas;hoy cuelga de un clavo\n2;Capitán;cerrar un amarre;\n3;Todos;leer los avisos;",
    "tabla de mareas",
    "Tripulación: ver la tabla de mareas.",
  ],
  [
    "fr",
    "N°;Qui;Besoin;Note\n1;Équipage;voir la table des marées;aujourd'hui elle pend à un clou\n2;Capitaine;fermer un poste;\n3;Tous;lire les avis;",
    "table des marées",
    "Équipage: voir la table des marées.",
  ],
])("a row is about who stands in it, and everybody is nobody's role: %s", async (locale, said, words, text) => {
  const { holding, live } = await read(locale, said)
  expect(holding(words)[0]?.text).toBe(text)
  expect(live.filter(({ kind }) => kind === "role")).toHaveLength(2)
  expect(live.filter(({ kind }) => kind === "context")).toHaveLength(1)
})

test.each([
  ["en", "By the way, weather data comes from the buoy, and lunch orders close at ten."],
  ["de", "Übrigens, das Wetter kommt von der Boje, und die Brotzeit wird um zehn bestellt."],
  ["es", "Por cierto, el tiempo llega de la boya y el café se pide a las diez."],
  ["fr", "Au fait, la météo arrive de la bouée et le café se commande à dix heures."],
])("a sentence about the matter is no small talk, whatever word is in it: %s", async (locale, said) => {
  expect((await read(locale, said)).live.length).toBeGreaterThan(0)
})

test.each([
  [
    "en",
    "Nr;Area;What;Weight;Who\n1;Benches;A warden can lock a bench;must;Warden\n2;Fees;The fee follows the length;must;\n3;Power;Members see the meter;should;Member",
    "fee follows",
  ],
  [
    "de",
    "Nr;Bereich;Was;Wichtigkeit;Wer\n1;Bänke;Ein Wart kann eine Bank sperren;muss;Wart\n2;Gebühr;Die Gebühr folgt der Länge;muss;\n3;Strom;Mitglieder sehen den Zähler;soll;Mitglied",
    "Gebühr folgt",
  ],
  [
    "es",
    "Nº;Rol;Qué;Prioridad;Quién\n1;Bancos;El encargado puede cerrar un banco;obligatorio;Encargado\n2;Cuotas;La cuota sigue la longitud;obligatorio;\n3;Luz;Los socios ven el contador;importante;Socio",
    "cuota sigue",
  ],
  [
    "fr",
    "N°;Groupe;Quoi;Priorité;Qui\n1;Bancs;Le gardien peut fermer un banc;obligatoire;Gardien\n2;Frais;Les frais suivent la longueur;obligatoire;\n3;Courant;Les membres voient le compteur;important;Membre",
    "frais suivent",
  ],
])("a column of areas makes nobody a role, and nobody is said twice: %s", async (locale, said, words) => {
  const { live, kinds } = await read(locale, said)
  expect(live.filter(({ kind }) => kind === "role")).toHaveLength(2)
  expect(kinds(words)).toEqual(["requirement"])
  expect(live.some(({ text }) => /^(\p{L}+): \p{L}+ \1/u.test(text))).toBe(false)
})

test.each([
  [
    "en",
    "[12.03.26, 18:04] Morag: members see the tide\n[12.03.26, 18:05] Tess: a coach can close a berth\n[12.03.26, 18:06] Morag: we don't want a shop",
    "Morag",
  ],
  [
    "de",
    "(Nele) Mitglieder sehen die Tide.\n(Jost) Ein Trainer kann einen Platz sperren.\n(Nele) Einen Laden wollen wir nicht.",
    "Nele",
  ],
  [
    "es",
    "18:04 - Nuria: los socios ven la marea\n18:05 - Blas: el entrenador puede cerrar un amarre\n18:06 - Nuria: no queremos tienda",
    "Nuria",
  ],
  [
    "fr",
    "Lise (08:12): les membres voient la marée\nMarc (08:13): le coach peut fermer un poste\nLise (08:14): on ne veut pas de boutique",
    "Lise",
  ],
])("who speaks in a chat is no part of what they say: %s", async (locale, said, name) => {
  const { live, aside } = await read(locale, said)
  expect(aside(name)).toBe("speaker")
  expect(live.some(({ text }) => text.includes(name))).toBe(false)
  expect(live.filter(({ kind }) => kind === "exclusion")).toHaveLength(1)
})

test.each([
  ["en", "As I wrote in my mail, members see the tide. I said that's all.", "Members see the tide."],
  ["de", "Wie gesagt, Mitglieder sehen die Tide. Bei Fragen rufen Sie mich gern an.", "Mitglieder sehen die Tide."],
  ["es", "Como ya dije, los socios ven la marea. Se abre la sesión a las 18:10.", "Los socios ven la marea."],
  ["fr", "Comme je l'ai dit, les membres voient la marée. Rappelez-moi demain matin.", "Les membres voient la marée."],
])("talk is cut off what is said: %s", async (locale, said, text) => {
  const { live } = await read(locale, said)
  expect(live.filter(({ kind }) => kind !== "role").map((item) => item.text)).toEqual([text])
})

test.each([
  ["en", "Prices differ weekday and weekend."],
  ["de", "Im Kalender Gerät und Wochenende wählen, am Freitag abholen."],
  ["es", "El precio cambia el fin de semana."],
  ["fr", "Le tarif change le week-end."],
])("a word of small talk in a sentence about the matter loses nothing: %s", async (locale, said) => {
  expect((await read(locale, said)).aside(said.slice(0, 9))).toBeUndefined()
})
