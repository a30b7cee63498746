import { writeFile } from "node:fs/promises"
import type { Api } from "@spec-wizard/client"
import { parseExport } from "@spec-wizard/core/document/format"
import { renderPdf } from "@spec-wizard/exports/pdf"
import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"

/** The session's document as a PDF in `file`, counted from where the person called. @throws {StartError} @throws {MissingGlyphError} */
export async function writePdf(api: Api, sessionId: string, file: string): Promise<void> {
  const [text, { session }] = await Promise.all([
    api.sessions.specification(sessionId, { format: "json" }),
    api.sessions.get(sessionId),
  ])
  const document = parseExport(text)
  const { title, updatedAt: date } = session
  const { hash } = JSON.parse(text) as { hash: string } // an export has one, as parseExport has checked
  const pdf = await renderPdf(document, { title, date, hash, form: "full" })
  const place = fromCaller(file)
  await writeFile(place, pdf).catch((error: Error) => {
    throw new StartError(`The PDF could not be written: ${error.message}`)
  })
}
