import type { Document } from "@spec-wizard/core/specification/schema"
import { FONT_FILES } from "./fonts.ts"
import { PdfRenderer } from "./renderer.ts"
import type { PdfInput } from "./sheet.ts"

let renderer: PdfRenderer | undefined

/** With this machine's fonts, opened once. @throws {MissingGlyphError} */
export async function renderPdf(document: Document, input: PdfInput): Promise<Uint8Array> {
  renderer ??= new PdfRenderer({ fonts: FONT_FILES })
  return await renderer.render(document, input)
}
