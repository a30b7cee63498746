import * as z from "zod/mini"
import { advance } from "../document/apply.ts"
import { type Exported, ExportInvalidError, readExport } from "../document/format/json.ts"
import { readiness } from "../document/readiness.ts"
import { Document, empty, type Item } from "../protocol/document.ts"
import type { Patch } from "../protocol/patch.ts"
import { MAX_MODELS } from "../session/item.ts"
import { clean } from "../text.ts"
import { hashOf } from "./hash.ts"
import { MAX_PATCH_BYTES } from "./item.ts"

/** Of the versions that can be asked for, and of the numbers that an id can have: the rest is for what comes. */
const MAX_VERSION = 900_000
const MAX_NUMBER = 90_000
/** Lines, far more than a conversation ever has: each turn looks at all of them. */
const MAX_LINES = 5_000

/** Who wrote it, as far as a head keeps that. */
const Name = z.string().check(z.maxLength(200))
const Speakers = z.object({ models: z.array(Name).check(z.maxLength(MAX_MODELS)), promptVersion: z.nullable(Name) })

/**
 * An exported file whose document another session can begin with: unchanged since it was exported, and of such a kind that whatever is said
 * and changed later fits in.
 * @throws {ExportInvalidError} names the place, never the content
 */
export function readImport(text: string): Omit<Exported, "written"> {
  const { document, written, ...about } = readExport(text)
  if (about.hash !== null && about.hash !== hashOf(written))
    throw new ExportInvalidError("This file was changed after it was exported: its hash is of something else.")
  if (document.items.length > MAX_LINES)
    throw new ExportInvalidError("This file has more lines than a session can begin with.")
  const { data: cleaned } = Document.safeParse(
    JSON.parse(JSON.stringify(document), (_, value: unknown) => (typeof value === "string" ? clean(value) : value)),
  )
  if (!cleaned) throw new ExportInvalidError("This file cannot be read: a line has nothing in it that can be read.")
  const wrong = unusable(cleaned) ?? (Speakers.safeParse(about).success ? undefined : "models")
  if (wrong) throw new ExportInvalidError(`This file cannot be read: ${wrong} is not as it should be.`)
  return { document: cleaned, ...about }
}

/**
 * The patches that begin a log with this document: one, or as many as there have to be for each to fit into an item. The versions lead up to
 * the document's own, so that it goes on where it was; those before them are not known here.
 */
export function patchesOf(document: Document): Patch[] {
  const { version, language, used, items } = document
  if (version === 0 && items.length === 0 && Object.keys(used).length === 0) return []
  const parts = split(items)
  const last = Math.max(version, parts.length)
  let made = empty(language)
  return parts.map((part, index) => {
    const change = {
      version: last - parts.length + 1 + index,
      ...(index === 0 && { language, used }),
      operations: part.map((item) => ({ op: "add", item }) as const),
    }
    made = advance(made, change)
    return { ...change, readiness: readiness(made), by: "import" }
  })
}

/** The first thing that a session's document never has. */
function unusable({ version, used, items }: Document): string | undefined {
  if (version < 0 || version > MAX_VERSION) return "version"
  if (Object.values(used).some((number) => number < 0 || number > MAX_NUMBER)) return "used"
  const ids = new Set(items.map(({ id }) => id))
  return items.find((item) => {
    const { addedIn, changedIn, dependsOn } = item
    const isOfNoVersion = addedIn < 0 || addedIn > version || changedIn < 0 || changedIn > version
    return isOfNoVersion || sizeOf(item) > MAX_PATCH_BYTES || !dependsOn.every((id) => ids.has(id))
  })?.id
}

function split(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]]
  let bytes = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (bytes + size > MAX_PATCH_BYTES) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(item)
    bytes += size
  }
  return parts
}

const sizeOf = (item: Item): number => Buffer.byteLength(JSON.stringify(item))
