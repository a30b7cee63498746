import { Language } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { isEnd, isRepeat, isSortingWished, questionsIn } from "../src/guided/ask/heard.ts"
import { type Sorted, sortingIn } from "../src/guided/ask/sorting.ts"
import { phrases } from "../src/guided/languages/phrases.ts"

/** What is said to five sentences that were not sorted, and what becomes of them: background, to be built, dropped, left. */
const B = "context"
const F = "requirement"
const D = "drop"
type Row = readonly [said: string, ...sorted: (Sorted | "-")[]]

const said: Record<
  Language,
  Record<"ends" | "goesOn" | "told" | "tells" | "wishes" | "theirs" | "notTheirs" | "soon", string[]> & { sorts: Row[] }
> = {
  en: {
    ends: [
      "I said that's all.",
      "That's all from my side for now.",
      "that is everything I have",
      "I described that at the beginning, please look there. That's all from my side for now.",
      "No, that's it. Thanks!",
    ],
    goesOn: [
      "That is all on paper today.",
      "Before mother's day. That's all we can do.",
      "That's all the lads need to see.",
    ],
    told: ["I described that at the beginning, please look there.", "I already told you", "As I wrote in my mail."],
    tells: ["I told the customers twice.", "We wrote that in the book."],
    wishes: ["You say 2 are not sorted yet. Please ask me about them.", "what are the lines that are not sorted?"],
    theirs: ["Will this be expensive?", "We pin them up. Can it print a slip?", "is that realistic?"],
    notTheirs: ["What do you mean?", "about 20?", "Could you build us something?"],
    soon: ["are we done soon?", "How many more questions?"],
    sorts: [
      ["2 and 3", F, B, B, F, F],
      ["2 and 3 tell you how things are. 1 and 4 are just chat, you can drop them", D, B, B, D, F],
      ["1 and 4 are just me being polite", D, "-", "-", D, "-"],
      ["4 and 5 tell how things are, drop 1 and 2, and 3 is something it should do", D, D, F, B, B],
      ["drop 1 and 2, the rest is how things are", D, D, B, B, B],
      [
        "1 and 2 are just chit-chat, forget them. 5 is only so you know, and 3 is what Ann must be able to do",
        D,
        D,
        F,
        F,
        B,
      ],
      ["the first three, more or less", B, B, B, F, F],
      ["all but 2", B, F, B, B, B],
      ["the last two are background, the rest is small talk", D, D, D, B, B],
      ["none", F, F, F, F, F],
      ["all", B, B, B, B, B],
      ["2-4 are context", F, B, B, B, F],
      ["drop 5; the others tell how things are", B, B, B, B, D],
    ],
  },
  de: {
    ends: [
      "Das war's von meiner Seite.",
      "Ich habe doch gesagt, das ist alles.",
      "Das ist alles, was ich habe",
      "Mehr fällt mir nicht ein, danke.",
    ],
    goesOn: ["Das ist alles auf Papier.", "Das war alles sehr mühsam."],
    told: ["Das habe ich oben schon beschrieben.", "Wie gesagt.", "Das steht in meiner Mail."],
    tells: ["Ich habe es den Mitgliedern gesagt.", "Das steht im Heft."],
    wishes: ["Bitte fragen Sie mich nach den nicht eingeordneten.", "Was ist noch nicht eingeordnet?"],
    theirs: ["Wird das teuer?", "Kann es Zettel drucken?"],
    notTheirs: ["Wie meinen Sie das?", "etwa 20?", "Können Sie uns so etwas bauen?"],
    soon: ["Sind wir bald fertig?", "Wie viele Fragen noch?"],
    sorts: [
      ["2 und 3", F, B, B, F, F],
      ["2 und 3 sagen, wie es ist. 1 und 4 sind nur Geplauder, die können Sie streichen", D, B, B, D, F],
      ["die ersten drei", B, B, B, F, F],
      ["alle außer 2", B, F, B, B, B],
      ["die erste und die dritte", B, F, B, F, F],
      ["keine davon", F, F, F, F, F],
      ["1 ist nicht wichtig, der Rest ist Hintergrund", D, B, B, B, B],
    ],
  },
  es: {
    ends: [
      "Ya dije que eso es todo.",
      "Eso es todo por mi parte.",
      "Es todo lo que tengo",
      "No tengo nada más que decir, gracias.",
    ],
    goesOn: ["Eso es todo en papel hoy.", "Es todo nuevo."],
    told: ["Eso ya lo he dicho antes.", "Como ya dije.", "Está en mi correo."],
    tells: ["Se lo dije a los socios.", "Está en el cuaderno."],
    wishes: ["¿Qué frases están sin clasificar?", "Pregúnteme por las frases sin clasificar."],
    theirs: ["¿Será muy caro?", "Los colgamos. ¿Puede imprimir etiquetas?"],
    notTheirs: ["¿Qué quiere decir?", "¿unos 20?", "¿Pueden hacernos una web?"],
    soon: ["¿Terminamos ya?", "¿Cuántas preguntas quedan?"],
    sorts: [
      ["2 y 3", F, B, B, F, F],
      ["la 2 y la 3 dicen cómo son las cosas. La 1 y la 4 son solo charla, se pueden quitar", D, B, B, D, F],
      ["las tres primeras", B, B, B, F, F],
      ["todas menos la 2", B, F, B, B, B],
      ["ninguna", F, F, F, F, F],
      ["la 1 no importa, las demás son contexto", D, B, B, B, B],
    ],
  },
  fr: {
    ends: [
      "J'ai dit que c'est tout.",
      "C'est tout pour ma part.",
      "C'est tout ce que j'ai à dire",
      "Non, rien d'autre, merci.",
    ],
    goesOn: ["C'est tout sur papier aujourd'hui.", "C'est tout nouveau."],
    told: ["Je l'ai déjà dit plus haut.", "Comme je l'ai dit.", "C'est dans mon message."],
    tells: ["Je l'ai dit aux membres.", "C'est dans le cahier."],
    wishes: ["Quelles phrases ne sont pas encore classées ?", "Demandez-moi les phrases non classées."],
    theirs: ["Est-ce que ce sera cher ?", "On les affiche. Peut-il imprimer des étiquettes ?"],
    notTheirs: ["Que voulez-vous dire ?", "environ 20 ?", "Pourriez-vous nous faire un outil ?"],
    soon: ["C'est bientôt fini ?", "Encore combien de questions ?"],
    sorts: [
      ["2 et 3", F, B, B, F, F],
      [
        "la 2 et la 3 disent comment sont les choses. La 1 et la 4 sont du bavardage, vous pouvez les supprimer",
        D,
        B,
        B,
        D,
        F,
      ],
      ["les trois premières", B, B, B, F, F],
      ["toutes sauf la 2", B, F, B, B, B],
      ["aucune", F, F, F, F, F],
      ["la 1 n'a pas d'importance, les autres sont du contexte", D, B, B, B, B],
    ],
  },
}

describe.each(Language.options)("in %s", (language) => {
  const { heard, all, none, drop, done } = phrases[language]
  const { ends, goesOn, told, tells, wishes, theirs, notTheirs, soon, sorts } = said[language]

  test.each([...ends, done])("%j ends the interview", (text) => {
    expect(isEnd(text, heard, language)).toBe(true)
  })

  test.each([...goesOn, ...told])("%j does not end it", (text) => {
    expect(isEnd(text, heard, language)).toBe(false)
  })

  test.each(told)("%j says that it was told before", (text) => {
    expect(isRepeat(text, heard, language)).toBe("all")
  })

  test.each(tells)("%j tells something", (text) => {
    expect(isRepeat(text, heard, language)).toBeUndefined()
  })

  test.each(wishes)("%j asks for what was not sorted", (text) => {
    expect(isSortingWished(text, heard)).toBe(true)
  })

  test.each(theirs)("%j is a question of theirs", (text) => {
    expect(questionsIn(text, heard, language).map(({ isSoon }) => isSoon)).toEqual([false])
  })

  test.each(notTheirs)("%j is none", (text) => {
    expect(questionsIn(text, heard, language)).toEqual([])
  })

  test.each(soon)("%j asks how long it takes", (text) => {
    expect(questionsIn(text, heard, language).map(({ isSoon }) => isSoon)).toEqual([true])
  })

  const tapped: Row[] = [
    [all, B, B, B, B, B],
    [none, F, F, F, F, F],
    [drop, D, D, D, D, D],
  ]
  test.each([...sorts, ...tapped])("%j sorts five sentences", (text, ...sorted) => {
    const { sorted: found } = sortingIn(text, 5, heard, language)
    expect(sorted.map((_, at) => found?.get(at + 1) ?? "-")).toEqual(sorted)
  })

  test.each(["8", "1 42"])("%j means no sentence, and is not taken for content", (text) => {
    expect(sortingIn(text, 5, heard, language)).toEqual({ isTry: true })
  })
})

test.each(["We have 3 vans and 2 drivers.", "skip", "The water is cold in spring."])(
  "%j is no answer about sentences",
  (text) => {
    expect(sortingIn(text, 5, phrases.en.heard, "en").sorted).toBeUndefined()
  },
)

test.each<[Language, string, Record<number, Sorted>]>([
  ["en", "1 is a rule, 2 and 3 tell you how things are", { 1: "rule", 2: "context", 3: "context" }],
  ["de", "1 ist eine Regel", { 1: "rule" }],
  ["es", "la 1 es una norma", { 1: "rule" }],
  ["fr", "le 1 est une règle", { 1: "rule" }],
])("what they call a rule becomes one: %s", (language, text, sorted) => {
  const found = sortingIn(text, 3, phrases[language].heard, language).sorted
  for (const [number, kind] of Object.entries(sorted)) expect(found?.get(Number(number))).toBe(kind)
})
