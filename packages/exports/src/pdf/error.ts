import { VisibleError } from "@spec-wizard/core/error"

/** Nothing was printed: no page ever shows an empty box in place of what somebody wrote. */
export class MissingGlyphError extends VisibleError {
  /** Each once, as they first appear: "U+0E44". */
  readonly codePoints: readonly string[]

  constructor(characters: readonly string[]) {
    const codePoints = [...new Set(characters)].map(codePointOf)
    super("unsupported", "pdf.missing_glyph", `A PDF cannot show these characters yet: ${codePoints.join(", ")}.`)
    this.codePoints = codePoints
  }
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
