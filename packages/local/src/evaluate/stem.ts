/**
 * The beginning of a word, whatever its case, accents and ending: "rent" is in "Rental". Digits are whole numbers: "12" is not in "120".
 * A leading `*` also finds it inside of a word: "*rad" is in "Lastenrad".
 */
export type Stem = string

/** Of each group at least one. */
export const hasEach = (text: string, groups: readonly (readonly Stem[])[]): boolean =>
  groups.every((stems) => countOf(text, stems) > 0)

/** How many of the stems stand in the text. */
export function countOf(text: string, stems: readonly Stem[]): number {
  const folded = fold(text)
  return stems.filter((stem) => pattern(stem).test(folded)).length
}

/** Words that carry a sentence, cut to what their endings leave. */
export const contentOf = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 6)),
  )

function pattern(stem: Stem): RegExp {
  const word = fold(stem.replace(/^\*/, "").trim())
    .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replace(/\s+/g, "\\s+")
  const start = stem.startsWith("*") ? "" : "(?<![\\p{L}\\p{N}]|\\p{N}[.,:])"
  const end = /\d$/.test(stem) ? "(?![.,:]?\\p{N})" : ""
  return new RegExp(start + word + end, "u")
}

const fold = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss")
