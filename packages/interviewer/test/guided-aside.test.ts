import { isLive, Language } from "@spec-wizard/core/protocol/document"
import fc from "fast-check"
import { expect, test } from "vitest"
import { Visit } from "./guided-play.ts"

/** What says something never goes beside the document, however much it sounds like talk. */

/** A brief after which is asked what its sentences are; what begins or ends talk; and words that matter: one of them may be a name behind a greeting. */
const said = {
  en: {
    brief:
      "The system must show which boats are free. The book is often wet. The key hangs in the office. The jetty faces south. The water is cold in spring.",
    talk: [
      "forget",
      "drop",
      "thanks to",
      "hello",
      "we",
      "coffee",
      "the weekend",
      "lol",
      "the first",
      "2 and 3",
      "by the way",
      "as discussed",
      "all of",
    ],
    words: ["boats", "paddles", "members", "harbour", "invoices", "jackets", "anchors", "licences"],
  },
  de: {
    brief:
      "Das System muss zeigen, welche Boote frei sind. Das Buch ist oft nass. Der Schlüssel hängt im Büro. Der Steg zeigt nach Süden. Das Wasser ist im Frühling kalt.",
    talk: [
      "vergessen Sie",
      "streichen",
      "danke den",
      "hallo",
      "wir",
      "Kaffee",
      "das Wochenende",
      "haha",
      "die ersten",
      "2 und 3",
      "übrigens",
      "wie besprochen",
      "alle",
    ],
    words: ["Boote", "Paddel", "Mitglieder", "Hafen", "Rechnungen", "Westen", "Anker", "Ausweise"],
  },
  es: {
    brief:
      "El sistema debe mostrar qué barcas están libres. El libro suele estar mojado. La llave cuelga en la oficina. El muelle mira al sur. El agua está fría en primavera.",
    talk: [
      "olvidad",
      "quitar",
      "gracias a",
      "hola",
      "nosotros",
      "café",
      "el fin de semana",
      "jaja",
      "las primeras",
      "la 2 y la 3",
      "por cierto",
      "como hablamos",
      "todas",
    ],
    words: ["barcas", "remos", "socios", "puerto", "facturas", "chalecos", "anclas", "licencias"],
  },
  fr: {
    brief:
      "Le système doit montrer quelles barques sont libres. Le cahier est souvent mouillé. La clé pend au bureau. Le ponton donne au sud. L'eau est froide au printemps.",
    talk: [
      "oubliez",
      "supprimez",
      "merci aux",
      "bonjour",
      "nous",
      "café",
      "le week-end",
      "lol",
      "les premières",
      "la 2 et la 3",
      "au fait",
      "comme convenu",
      "toutes",
    ],
    words: ["barques", "pagaies", "membres", "rivage", "factures", "gilets", "ancres", "permis"],
  },
} as const satisfies Record<Language, object>

const ends = ["", ".", "!", " :)"]

test.each(Language.options)(
  "a sentence with a number or several words that matter stands in a line: %s",
  async (language) => {
    const { brief, talk, words } = said[language]
    const content = fc.oneof(
      fc.shuffledSubarray([...words], { minLength: 5, maxLength: 7 }).map((some) => some.join(" ")),
      fc.tuple(fc.constantFrom(...words), fc.integer({ min: 17, max: 900 })).map(([word, many]) => `${many} ${word}`),
    )
    const sentence = fc
      .tuple(fc.constantFrom("", ...talk), content, fc.constantFrom("", ...talk), fc.constantFrom(...ends))
      .map(([before, what, after, end]) => `${before} ${what} ${after}`.trim() + end)
    await fc.assert(
      fc.asyncProperty(sentence, fc.boolean(), async (text, isAsked) => {
        const visit = new Visit(language)
        await visit.say(brief)
        if (!isAsked)
          await visit.say(language === "en" ? "skip" : { de: "weiter", es: "paso", fr: "je passe" }[language])
        const { document } = await visit.say(text)
        const quoted = document.items.filter(isLive).flatMap(({ sources }) => sources.map(({ quote }) => quote))
        for (const word of text.match(/\d{2,}|\p{L}{5,}/gu) ?? [])
          if (/\d/.test(word) || words.some((one) => one === word)) expect(quoted.join("\n")).toContain(word)
      }),
      { numRuns: 150 },
    )
  },
)
