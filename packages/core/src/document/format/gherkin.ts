import type { Criterion, Document, Item, ItemOf } from "../../protocol/document.ts"
import { completed, isAgreed, isChecked, outcomeOf } from "../criterion.ts"
import { rankOf } from "../rank.ts"
import { type Language, proof } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { groups, isGuess } from "./group.ts"
import { headingOf } from "./heading.ts"
import type { Input } from "./input.ts"
import { plain } from "./plain.ts"

/**
 * Keywords of the languages' own dialects; none is the beginning of a longer one, so what follows stays whole.
 * @see https://cucumber.io/docs/gherkin/languages/
 */
const dialects: Readonly<
  Record<Language, Record<"feature" | "rule" | "scenario" | "given" | "when" | "then", string>>
> = {
  en: { feature: "Feature", rule: "Rule", scenario: "Scenario", given: "Given", when: "When", then: "Then" },
  de: {
    feature: "Funktionalität",
    rule: "Regel",
    scenario: "Szenario",
    given: "Angenommen",
    when: "Wenn",
    then: "Dann",
  },
  es: {
    feature: "Característica",
    rule: "Regla",
    scenario: "Escenario",
    given: "Dado",
    when: "Cuando",
    then: "Entonces",
  },
  fr: {
    feature: "Fonctionnalité",
    rule: "Règle",
    scenario: "Scénario",
    given: "Soit",
    when: "Quand",
    then: "Alors",
  },
}

/**
 * One file for everything. Gherkin allows one feature a file, so each feature of the document is a rule of it, and what belongs to none
 * comes first, where scenarios without a rule stand.
 */
export function gherkin(document: Document, { title }: Pick<Input, "title">): string {
  const { language } = document
  const dialect = dialects[language]
  const all = groups(document)
  return text(language, [
    `${dialect.feature}: ${plain(title)}`,
    ...all.filter(({ feature }) => !feature).flatMap(({ requirements }) => scenarios(requirements, language, "  ")),
    ...all.flatMap(({ feature, requirements }) =>
      feature
        ? [
            "",
            `  ${dialect.rule}: ${nameOf(feature)}`,
            ...description(feature, language, "    "),
            ...scenarios(requirements, language, "    "),
          ]
        : [],
    ),
  ])
}

const text = (language: Language, lines: readonly string[]) => `# language: ${language}\n${lines.join("\n")}\n`

const nameOf = (item: Item) => `${item.id} ${plain(headingOf(item))}`

/** Its first word is an id, so no line of it can be a keyword, a tag, a comment, a table or a fence. */
const description = (item: ItemOf<"feature">, language: Language, indent: string): string[] =>
  item.title || isGuess(item) ? [`${indent}${item.id}: ${remark(item, language)}`] : []

function remark(item: Item, language: Language): string {
  const text = plain(item.text)
  return isGuess(item) ? `${text} (${proof(item, wordings[language])})` : text
}

/**
 * Nothing that is not to be built is tested. Each requirement stands in a comment above its checks; where nobody has agreed one, with the
 * question that is open.
 */
const scenarios = (requirements: readonly ItemOf<"requirement">[], language: Language, indent: string): string[] =>
  requirements
    .filter((item) => rankOf(item) !== "wont")
    .flatMap((item) => [
      "",
      `${indent}# ${item.id} ${remark(item, language)}`,
      ...(isChecked(item) ? [] : [`${indent}# ${wordings[language].check(item.id)}`]),
      ...item.criteria.flatMap((criterion) => scenario(item, criterion, language, indent)),
    ])

const scenario = (item: ItemOf<"requirement">, criterion: Criterion, language: Language, indent: string): string[] => [
  "",
  ...(isAgreed(criterion) ? [] : [`${indent}# ${proof(criterion, wordings[language])}`]),
  `${indent}${tags(item, criterion).join(" ")}`,
  `${indent}${dialects[language].scenario}: ${criterion.id} ${plain(outcomeOf(criterion))}`,
  ...completed(criterion).map(([part, text]) => `${indent}  ${dialects[language][part]} ${plain(text)}`),
]

/** Tags are the same in every language: people filter by them. */
const tags = (item: ItemOf<"requirement">, criterion: Criterion): string[] => [
  `@${item.id}`,
  `@${criterion.id}`,
  `@${criterion.case}`,
  ...(rankOf(item) ? [`@${rankOf(item)}`] : []),
  ...(item.state === "disputed" ? ["@disputed"] : []),
  ...new Set([item, criterion].filter((one) => !isAgreed(one)).map(({ evidence }) => `@${evidence}`)),
]
