/** No font has what somebody wrote. Never seen outside: the document is printed again with these in frames. */
export class MissingGlyphError extends Error {
  /** Each once, as they first appear. */
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super("a glyph is missing")
    this.characters = [...new Set(characters)]
  }
}

/** Typst understood the document and refused it, as it will each time. */
export class UnprintableError extends Error {}
