import * as z from "zod/mini"
import { Document } from "../protocol/document.ts"
import type { Reference } from "../protocol/submission.ts"
import { deflated, inflated } from "../table/deflate.ts"
import type { Table, Write } from "../table/table.ts"
import { partition, range } from "./item.ts"

const Part = z.object({ parts: z.int(), packed: z.instanceof(Uint8Array) })

/** Below the 400 KB an item may have. A transaction takes 4 MB: some 40 MB of document. */
const MAX_PART_BYTES = 300_000

/** The document as it was submitted, for good: it is written in the submission's transaction and never again. */
export function write(reference: Reference, document: Document): Write[] {
  const packed = deflated(JSON.stringify(document))
  const parts = Math.max(1, Math.ceil(packed.length / MAX_PART_BYTES))
  return Array.from({ length: parts }, (_, part) => ({
    put: {
      pk: partition(reference),
      sk: `document#${String(part).padStart(3, "0")}`,
      parts,
      packed: packed.subarray(part * MAX_PART_BYTES, (part + 1) * MAX_PART_BYTES),
    },
  }))
}

/** Undefined when it was erased. */
export async function read(deps: { table: Table }, reference: Reference): Promise<Document | undefined> {
  const parts = (await deps.table.query(range(reference, "document#"))).map((item) => Part.parse(item))
  if (parts.length === 0 || parts.length !== parts[0]?.parts) return undefined // being erased
  return Document.parse(JSON.parse(inflated(Buffer.concat(parts.map(({ packed }) => packed)))))
}
