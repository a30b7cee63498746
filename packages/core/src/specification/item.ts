import * as z from "zod/mini"
import * as Schema from "../protocol/document.ts"
import type * as Session from "../protocol/session.ts"
import { partition } from "../session/item.ts"
import { deflated, inflated } from "../table/deflate.ts"
import type { Item, Key } from "../table/table.ts"

/**
 * A snapshot saves reading the log from its beginning: the document as it was after the event `seq`. It is a cache; the events are the
 * truth. Large documents stand in several parts.
 */
const Part = z.object({ seq: z.int(), part: z.int(), parts: z.int(), packed: z.instanceof(Uint8Array) })

/** Operations of one patch, as JSON: far below the 400 KB of an item, even before it is deflated. */
export const MAX_PATCH_BYTES = 300_000

/** Far below the 400 KB an item may have. */
const MAX_PART_BYTES = 100_000

const sk = (version: number, part: number) =>
  `snapshot#${String(version).padStart(8, "0")}#${String(part).padStart(3, "0")}`

export const snapshotKey = (sessionId: Session.ID, version: number, part: number): Key => ({
  pk: partition(sessionId),
  sk: sk(version, part),
})

/** Every snapshot up to `version`. */
export const snapshotsUpTo = (sessionId: Session.ID, version: number) => ({
  pk: partition(sessionId),
  from: "snapshot#",
  to: sk(version, 999),
})

/** The parts of one snapshot. */
export const snapshotAt = (sessionId: Session.ID, version: number) => ({
  pk: partition(sessionId),
  from: sk(version, 0),
  to: sk(version, 999),
})

export function toItems(sessionId: Session.ID, document: Schema.Document, seq: number): Item[] {
  const packed = deflated(JSON.stringify(document))
  const parts = Math.max(1, Math.ceil(packed.length / MAX_PART_BYTES))
  return Array.from({ length: parts }, (_, part) => ({
    ...snapshotKey(sessionId, document.version, part),
    seq,
    part,
    parts,
    packed: packed.subarray(part * MAX_PART_BYTES, (part + 1) * MAX_PART_BYTES),
  }))
}

/** The version in a snapshot's key. */
export const versionOf = (item: Key): number => Number(item.sk.split("#")[1])

/** Undefined while a part is missing: somebody was interrupted while writing it. */
export function fromItems(items: Item[]): { document: Schema.Document; seq: number } | undefined {
  const parts = items.map((item) => Part.parse(item)).sort((a, b) => a.part - b.part)
  const [first] = parts
  if (!first || parts.length !== first.parts) return undefined
  const text = inflated(Buffer.concat(parts.map(({ packed }) => packed)))
  return { document: Schema.Document.parse(JSON.parse(text)), seq: first.seq }
}
