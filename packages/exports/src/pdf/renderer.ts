import { fileURLToPath } from "node:url"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import type { Document } from "@spec-wizard/core/protocol/document"
import { MissingGlyphError } from "./error.ts"
import { framed } from "./frames.ts"
import { Glyphs } from "./glyphs.ts"
import { refusal } from "./refusal.ts"
import { fontsFor } from "./scripts.ts"
import { type PdfInput, type Sheet, sheetOf } from "./sheet.ts"

/** Where the template lies; it can read nothing outside this folder, and it fetches nothing. */
export const TEMPLATE_FOLDER = fileURLToPath(new URL("./template", import.meta.url))

/**
 * Keeps Typst and its fonts, which are opened when a document first needs them. Typst keeps some 3 MB of every document for good, whatever is
 * evicted: a process that prints many hundreds has to be replaced.
 */
export class PdfRenderer {
  readonly #fonts: readonly string[]
  readonly #template: string
  readonly #glyphs: Glyphs
  /** The fonts of every document, and those of the last one that needed more. */
  readonly #open: { fonts: string; typst: NodeCompiler }[] = []

  constructor({ fonts, template = TEMPLATE_FOLDER }: { fonts: readonly string[]; template?: string }) {
    this.#fonts = fonts
    this.#glyphs = new Glyphs(fonts)
    this.#template = template
  }

  /**
   * The same bytes for the same input, on every machine with the same fonts. Tagged, and checked against PDF/UA-1 by Typst. What no font has is
   * printed as its code point in a frame.
   */
  async render(document: Document, input: PdfInput): Promise<Uint8Array> {
    const sheet = sheetOf(document, input)
    // What can be known before is set in frames at once; for what only Typst can tell it is set again.
    const missing = this.#glyphs.missingIn(JSON.stringify(sheet))
    for (;;) {
      try {
        return this.print(missing.size > 0 ? framed(sheet, missing, document.language) : sheet)
      } catch (error) {
        const found = error instanceof MissingGlyphError ? error.characters.filter((one) => !missing.has(one)) : []
        if (found.length === 0 || found.some((one) => one <= "\u007f")) throw error
        for (const one of found) missing.add(one)
      }
    }
  }

  /** What stands in the sheet goes to the template as JSON: no word of it is ever read as markup. @throws {MissingGlyphError} */
  print(sheet: Sheet): Uint8Array {
    const json = JSON.stringify(sheet)
    const typst = this.#typstFor(json)
    try {
      const compiled = typst.compile({ mainFilePath: `${this.#template}/main.typ`, inputs: { sheet: json } })
      if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
      return typst.pdf(compiled.result, { pdfStandard: "ua-1" })
    } catch (error) {
      throw refusal(error instanceof Error ? error.message : "")
    } finally {
      typst.evictCache(KEPT_RENDERS)
    }
  }

  #typstFor(text: string): NodeCompiler {
    const paths = fontsFor(text, this.#fonts)
    const fonts = paths.join()
    const known = this.#open.find((one) => one.fonts === fonts)
    if (known) return known.typst
    const typst = NodeCompiler.create({ workspace: this.#template, fontArgs: [{ fontPaths: paths }] })
    this.#open.splice(1, 1, { fonts, typst })
    return typst
  }
}

/** Typst remembers what it laid out, for as many documents. */
const KEPT_RENDERS = 2
