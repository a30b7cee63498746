import type { ExportWords } from "../words/export/wording.ts"
import type { Export } from "./export.ts"

/** How it stands, in one sentence. */
export function sentence({ status, error, email }: Export, words: ExportWords): string {
  if (status === "failed" && error === "pdf.missing_glyph") return words.unprintable
  if (status === "failed" && (error === "export.failed" || email === undefined)) return words.failed
  if (email === undefined) return words.making[status === "queued" || status === "rendering" ? status : "stored"]
  return status === "queued" || status === "rendering" ? words.making[status] : words.mailing[status](email)
}
