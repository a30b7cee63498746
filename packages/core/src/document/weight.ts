import { type Document, Language } from "../protocol/document.ts"
import { wordings } from "./wordings.ts"

/** What of a text turns it into another statement when it changes. */
export type Weight = { numbers: ReadonlySet<string>; denies: boolean; restricts: boolean }

const LANGUAGES = Language.options

/** As a document's language reads it; `undefined`: as any language might, for words of somebody who may have written in another. */
export function weigh(texts: readonly string[], language?: Document["language"]): Weight {
  const languages = language ? [language] : LANGUAGES
  const text = texts.join("\n").toLowerCase()
  const words = text.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []
  const parts = new Set(words.flatMap((word) => [word, ...word.split(/['’-]/)]))
  const has = (of: "negations" | "restrictions") =>
    languages.some((one) => wordings[one][of].some((word) => parts.has(word)))
  return {
    numbers: new Set([...figures(text), ...[...parts].flatMap((word) => languages.flatMap((one) => worth(word, one)))]),
    denies: has("negations") || words.some((word) => /n['’]t$/.test(word)),
    restricts: has("restrictions"),
  }
}

/** Something to count by, in whatever language; "none" is a number, too. */
export function hasNumber(...texts: string[]): boolean {
  const { numbers, denies } = weigh(texts)
  return numbers.size > 0 || denies
}

/** Whether nothing of weight is in the one that is not in the other. */
export const isWithin = (one: Weight, other: Weight): boolean =>
  [...one.numbers].every((number) => other.numbers.has(number)) &&
  (!one.denies || other.denies) &&
  (!one.restricts || other.restricts)

/** What the one has beyond the other. */
export const beyond = (one: Weight, other: Weight): Weight => ({
  numbers: new Set([...one.numbers].filter((number) => !other.numbers.has(number))),
  denies: one.denies && !other.denies,
  restricts: one.restricts && !other.restricts,
})

/** Digits, whichever way thousands and decimals are written. */
const figures = (text: string): string[] =>
  (text.match(/\d+(?:[.,'’\u00a0\u202f]\d+)*/g) ?? []).map((figure) =>
    /^\d{1,3}(?:([.,'’\u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(figure)
      ? figure.replace(/\D/g, "")
      : figure.replace(",", "."),
  )

const VALUES = [
  ...Array.from({ length: 19 }, (_, index) => index + 2),
  30,
  40,
  50,
  60,
  70,
  80,
  90,
  100,
  1_000,
  1_000_000,
]

/** In the order of the values; where a word has two forms, both. One is left out: it is an article, and means nobody with "no". */
const NAMES: Readonly<Record<Language, string>> = {
  en: "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million/millions",
  de: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million/millionen",
  es: "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento mil millón/millones",
  fr: "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts/quatre-vingt quatre-vingt-dix cent mille million/millions",
}

const values = new Map(
  LANGUAGES.map((language) => [
    language,
    new Map(
      NAMES[language]
        .split(" ")
        .flatMap((names, index) => names.split("/").map((name) => [name, String(VALUES[index])] as const)),
    ),
  ]),
)

const worth = (word: string, language: Language): string[] => {
  const value = values.get(language)?.get(word)
  return value === undefined ? [] : [value]
}
