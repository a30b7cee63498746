import { type Document, type ID, type Item, isLive } from "../protocol/document.ts"
import { outcomeOf } from "./criterion.ts"
import { hasNumber } from "./weight.ts"

/** What a reviewer would stumble over. `word` is the one that made them. */
export const RULES = [
  "vague", // a word like "fast" without a number
  "double", // two obligations in one line
  "passive", // nobody is said to do it
  "unobservable", // a criterion whose result nobody could see
  "orphan", // a requirement that serves nothing
  "no-threshold", // a measure or quality without a number to hold it to
] as const
export type Rule = (typeof RULES)[number]

export type Finding = { rule: Rule; line: ID; word?: string }

type Language = Document["language"]

/** Words that promise without saying how much. Beginnings, so that endings count too. */
const VAGUE: Readonly<Record<Language, RegExp>> = {
  en: /\b(fast|quick(?:ly)?|easy|easily|simple|intuitive|robust|secure(?:ly)?|user[- ]friendly|modern|flexible|scalable|efficient(?:ly)?|reliable|seamless(?:ly)?|appropriate|adequate|sufficient|as needed|etc)\b/i,
  de: /(?<!\p{L})(schnell\p{L}*|einfach\p{L}*|leicht|intuitiv\p{L}*|robust\p{L}*|sicher|benutzerfreundlich\p{L}*|modern\p{L}*|flexib\p{L}*|effizient\p{L}*|zuverlässig\p{L}*|angemessen\p{L}*|ausreichend\p{L}*|usw)(?!\p{L})/iu,
  es: /(?<!\p{L})(rápid\p{L}*|fácil\p{L}*|sencill\p{L}*|intuitiv\p{L}*|robust\p{L}*|segur[oa]s?|modern\p{L}*|flexible\p{L}*|eficiente\p{L}*|fiable\p{L}*|adecuad\p{L}*|suficiente\p{L}*|etc)(?!\p{L})/iu,
  fr: /(?<!\p{L})(rapide\p{L}*|facile\p{L}*|simple\p{L}*|intuitif\p{L}*|robuste\p{L}*|sécurisé\p{L}*|convivia\p{L}*|moderne\p{L}*|flexible\p{L}*|efficace\p{L}*|fiable\p{L}*|adéquat\p{L}*|suffisan\p{L}*|etc)(?!\p{L})/iu,
}

const OBLIGATION: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:shall|must)\b/gi,
  de: /(?<!\p{L})(?:muss|müssen)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:debe|deben|tiene que|tienen que)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:doit|doivent)(?!\p{L})/giu,
}

/** English alone: elsewhere the passive cannot be told from the perfect by its words. */
const PASSIVE = /\b(?:is|are|be|was|were|been|being)\s+(?:\w+ly\s+)?(\w{2,}(?:ed|en|wn|pt|nt|lt|ld))\b(?!\s+by\b)/i

/** A result that somebody can look at: shown, told, stored where it is seen, refused, sent, counted. */
const OBSERVABLE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:see|sees|shown|shows|told|tells|receives?|gets?|got|appears?|refuse[ds]?|sent|arrives?|listed|lists|counts?|stays?|stands?|finds?|reads?|changes?|offered|\d)/i,
  de: /sieh|gezeigt|zeigt|erfährt|erhält|bekommt|erscheint|abgelehnt|gesendet|kommt an|steht|findet|liest|bleibt|ändert|angeboten|\d/i,
  es: /\b(?:ve|ven|muestra|recibe|aparece|rechaza|envía|llega|figura|encuentra|lee|queda|cambia|ofrece|sabe|\d)/i,
  fr: /\b(?:voit|affich|reçoit|apparaît|refus|envoy|arrive|figure|trouve|lit|reste|change|propos|apprend|\d)/i,
}

export function lint({ items, language }: Pick<Document, "items" | "language">): Finding[] {
  const live = items.filter(isLive)
  const serving = new Set(live.flatMap((item) => (item.kind === "requirement" && item.feature ? [item.id] : [])))
  for (const item of live)
    if (item.kind === "journey" || item.kind === "goal") for (const id of item.dependsOn) serving.add(id)
  return live.flatMap((item) => [...findings(item, language, serving)])
}

function* findings(item: Item, language: Language, serving: ReadonlySet<ID>): Iterable<Finding> {
  const line = item.id
  if (CLAIMS.has(item.kind)) {
    const word = VAGUE[language].exec(item.text)?.[1]
    if (word !== undefined && !/\d/.test(item.text)) yield { rule: "vague", line, word }
  }
  if (item.kind === "requirement") {
    if ((item.text.match(OBLIGATION[language])?.length ?? 0) > 1) yield { rule: "double", line }
    const passive = language === "en" && PASSIVE.exec(item.text)?.[0]
    if (passive) yield { rule: "passive", line, word: passive }
    for (const criterion of item.criteria)
      if (!OBSERVABLE[language].test(outcomeOf(criterion))) yield { rule: "unobservable", line, word: criterion.id }
    if (item.dependsOn.length === 0 && !serving.has(line)) yield { rule: "orphan", line }
  }
  if (item.kind === "measure" && !hasNumber(item.target ?? "", item.text)) yield { rule: "no-threshold", line }
  if (item.kind === "quality" && item.threshold === undefined && NUMERIC.has(item.category))
    yield { rule: "no-threshold", line }
}

const CLAIMS = new Set<Item["kind"]>(["requirement", "quality", "measure", "rule", "journey"])

/** Accessibility, privacy and security are held to a standard or a rule, not to a number. */
const NUMERIC = new Set(["performance", "reliability"])
