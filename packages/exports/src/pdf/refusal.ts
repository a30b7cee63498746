import { MissingGlyphError, UnprintableError } from "./error.ts"

/**
 * What Typst said about a document it did not print, as an error of ours. It quotes the document, and a document's words are never logged: only
 * the sentence around them is kept.
 */
export function refusal(said: string): Error {
  const clusters = [...said.matchAll(MISSING)].map(([, text = ""]) => unescaped(unescaped(text)))
  if (clusters.length > 0) return new MissingGlyphError(clusters.flatMap(missingOf))
  const sentences = [...said.matchAll(/message"?: ?"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
    text.replace(/`.*`/gs, "…"),
  )
  if (sentences.length === 0) return new Error("Typst printed nothing, for no reason it could tell")
  return new UnprintableError(`Typst printed nothing: ${sentences.join("; ")}`)
}

/** Found by Typst's own check for PDF/UA-1, which allows no glyph that stands for a missing one (ISO 14289-1, 7.21.8). */
const MISSING = /the text `\\"((?:(?!\\"` could).)*)\\"` could not be displayed/gs

/** A letter that has a glyph can be part of what has none as a whole: `e` with an unknown mark above it. */
function missingOf(cluster: string): string[] {
  const characters = [...cluster]
  const foreign = characters.filter((character) => character > "\u007f")
  return foreign.length > 0 ? foreign : characters
}

/** Rust's debug notation, once around the text and once around the sentence that quotes it. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code: string | undefined, character = "") =>
    code === undefined ? character : String.fromCodePoint(Number.parseInt(code, 16)),
  )
