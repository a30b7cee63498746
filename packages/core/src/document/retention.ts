import { type Document, type ID, type Item, isLive } from "../protocol/document.ts"

type Language = Document["language"]

/** Beginnings of words, where an ending may follow. `order` says which of two things wins. */
type Cues = Record<"keep" | "years" | "erase" | "wish" | "order", RegExp>

const cues: Readonly<Record<Language, Cues>> = {
  en: {
    keep: /(?<!\p{L})(?:keep|kept|retain|retention|stor(?:e|ed|age)(?!\p{L})|archiv|preserv)/iu,
    years: /(?<!\p{L})(?:years?|decades?)(?!\p{L})/iu,
    erase: /(?<!\p{L})(?:delet|eras|wip(?:e|ed|ing)(?!\p{L})|forgotten)/iu,
    wish: /(?<!\p{L})(?:request|ask|demand|want|wish|right to)/iu,
    order:
      /(?<!\p{L})(?:even (?:if|when)|unless|except|despite|only after|not before|until then|wins|overrides|takes precedence)(?!\p{L})/iu,
  },
  de: {
    keep: /(?<!\p{L})(?:aufbewahr|bewahr|aufzuheben|aufgehoben|heb(?:en|t)(?!\p{L})|archivier|speicher|gespeichert|behalten)|aufbewahrung/iu,
    years: /(?<!\p{L})(?:jahr(?:e|en)?|jahrzehnte?n?)(?!\p{L})/iu,
    erase:
      /(?<!\p{L})(?:ge|zu)?lösch(?:en|t|te|ten|ung|ungen)?(?!\p{L})|lösch(?:antr|wunsch|wünsch|anfrag)|datenlöschung/iu,
    wish: /(?<!\p{L})(?:wunsch|wünsch|antrag|beantrag|anfrage|verlang|bitte[nt]?(?!\p{L})|möcht|will|wollen|recht auf)|lösch(?:antr|wunsch|wünsch|anfrag)/iu,
    order:
      /(?<!\p{L})(?:auch wenn|selbst wenn|trotz|es sei denn|außer|erst nach|nicht vor|bis dahin|geht vor|gehen vor|hat vorrang)(?!\p{L})/iu,
  },
  es: {
    keep: /(?<!\p{L})(?:guard(?!i)|conserv|almacen|archiv|manten|retenci)/iu,
    years: /(?<!\p{L})(?:años?|décadas?)(?!\p{L})/iu,
    erase: /(?<!\p{L})(?:borr|elimin|suprim|supresi|olvido)/iu,
    wish: /(?<!\p{L})(?:petici|solicit|pid[aeo]|pedir|quier|dese[ae]|derecho a)/iu,
    order:
      /(?<!\p{L})(?:aunque|salvo|excepto|a menos que|a pesar de|s[oó]lo después|no antes|hasta entonces|prevalece|tiene prioridad)(?!\p{L})/iu,
  },
  fr: {
    keep: /(?<!\p{L})(?:conserv|gard|archiv|stock)/iu,
    years: /(?<!\p{L})(?:ans?|années?|décennies?)(?!\p{L})/iu,
    erase: /(?<!\p{L})(?:supprim|suppression|effac|oubli)/iu,
    wish: /(?<!\p{L})(?:demand|souhait|veut|veulent|voudr|requête|droit à)/iu,
    order:
      /(?<!\p{L})(?:même (?:si|quand)|sauf|malgré|à moins que|seulement après|pas avant|jusque-là|l['’]emporte|prime sur)(?!\p{L})/iu,
  },
}

/**
 * The lines that keep something for years and those that delete on request, when none says which of the two wins. Told by words, so it can be
 * wrong either way: it asks, and decides nothing.
 */
export function unsettled({ items, language }: Pick<Document, "items" | "language">): ID[] {
  const { keep, years, erase, wish, order } = cues[language]
  const live = items.filter((item) => isLive(item) && (item.kind !== "question" || item.state === "accepted"))
  const saying = (...all: readonly RegExp[]) =>
    live.filter((item) => sentencesOf(item).some((said) => all.every((cue) => cue.test(said))))
  const erasing = saying(erase, wish)
  if (erasing.length === 0) return []
  const keeping = [
    ...saying(keep, years),
    ...live.filter((item) => item.kind === "entity" && years.test(item.retention ?? "")),
  ]
  const isSettled =
    saying(erase, order).some(({ text }) => keep.test(text) || years.test(text)) ||
    live.some(({ kind, text }) => kind === "question" && [keep, years, erase].every((cue) => cue.test(text)))
  if (keeping.length === 0 || isSettled) return []
  return [...new Set([...keeping, ...erasing].map(({ id }) => id))]
}

const sentencesOf = (item: Item): string[] =>
  [item.text, ...(item.kind === "rule" ? [item.exception ?? ""] : [])].flatMap((text) => text.split(/[.!?;]\s|\n/))
