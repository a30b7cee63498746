import { createHash } from "node:crypto"
import { bakery } from "../../core/test/specification-format-bakery.ts"
import { renderPdf } from "../src/pdf/pdf.ts"
import { input } from "./pdf-documents.ts"

// Another process prints the same document: run by pdf.test.ts, which compares the hash.
console.log(
  createHash("sha256")
    .update(await renderPdf(bakery, input))
    .digest("hex"),
)
