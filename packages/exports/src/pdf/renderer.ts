import { fileURLToPath } from "node:url"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import type { Document } from "@spec-wizard/core/protocol/document"
import { refusal } from "./refusal.ts"
import { type PdfInput, type Sheet, sheetOf } from "./sheet.ts"

/** Where the template lies; it can read nothing outside this folder, and it fetches nothing. */
export const TEMPLATE_FOLDER = fileURLToPath(new URL("./template", import.meta.url))

/**
 * Keeps Typst and its fonts, which are opened when a document first needs them. Typst keeps some 3 MB of every document for good, whatever is
 * evicted: a process that prints many hundreds has to be replaced.
 */
export class PdfRenderer {
  readonly #typst: NodeCompiler
  readonly #main: string

  constructor({ fonts, template = TEMPLATE_FOLDER }: { fonts: readonly string[]; template?: string }) {
    this.#typst = NodeCompiler.create({ workspace: template, fontArgs: [{ fontPaths: [...fonts] }] })
    this.#main = `${template}/main.typ`
  }

  /**
   * The same bytes for the same input, on every machine with the same fonts. Tagged, and checked against PDF/UA-1 by Typst.
   * @throws {MissingGlyphError} when no font has what somebody wrote
   */
  async render(document: Document, input: PdfInput): Promise<Uint8Array> {
    return this.print(sheetOf(document, input))
  }

  /** What stands in the sheet goes to the template as JSON: no word of it is ever read as markup. */
  print(sheet: Sheet): Uint8Array {
    try {
      const compiled = this.#typst.compile({ mainFilePath: this.#main, inputs: { sheet: JSON.stringify(sheet) } })
      if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
      return this.#typst.pdf(compiled.result, { pdfStandard: "ua-1" })
    } catch (error) {
      throw refusal(error instanceof Error ? error.message : "")
    } finally {
      this.#typst.evictCache(KEPT_RENDERS)
    }
  }
}

/** Typst remembers what it laid out, for as many documents. */
const KEPT_RENDERS = 2
