import type { Document } from "@spec-wizard/core/protocol/document"
import { assets } from "./assets.ts"
import { PdfRenderer } from "./renderer.ts"
import type { PdfInput } from "./sheet.ts"

/** Finds its template and fonts when the first document comes. */
export class Printer {
  #renderer: Promise<PdfRenderer> | undefined

  /** */
  async render(document: Document, input: PdfInput): Promise<Uint8Array> {
    this.#renderer ??= assets().then((found) => new PdfRenderer(found))
    const renderer = await this.#renderer
    return await renderer.render(document, input)
  }
}
