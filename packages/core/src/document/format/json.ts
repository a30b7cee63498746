import * as z from "zod/mini"
import { VisibleError } from "../../error.ts"
import { Document, ID, prefixes } from "../../protocol/document.ts"
import { Readiness } from "../../protocol/readiness.ts"
import { numberOf } from "../apply.ts"
import { lint, RULES } from "../lint.ts"
import { readiness } from "../readiness.ts"
import { wordings } from "../wordings.ts"
import type { Input } from "./input.ts"

export class ExportInvalidError extends VisibleError {
  constructor(detail: string) {
    super("input", "specification.export_invalid", detail)
  }
}

/** Characters of a file that is read back; the largest documents have some hundred thousand. */
export const MAX_EXPORT_LENGTH = 5_000_000

const SCHEMA_VERSION = 1

/** A document with what is true of it, and what it is called where somebody called it something. Readiness and lint are computed anew when it is read: they stand there for readers. */
export const Export = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  title: z.optional(z.string()),
  promptVersion: z.nullable(z.string()),
  models: z.array(z.string()),
  hash: z.nullable(z.string()),
  ...Document.shape,
  readiness: Readiness,
  lint: z.array(z.strictObject({ rule: z.enum(RULES), line: ID, word: z.optional(z.string()) })),
})
type Export = z.infer<typeof Export>

/** What a document's hash is made of. */
export type Written = Record<keyof Document, unknown>

export type Exported = Pick<Export, "title" | "promptVersion" | "models" | "hash"> & {
  document: Document
  /** The document to the letter: what files from before lack is not filled in. */
  written: Written
}

export function json(
  document: Document,
  input: Pick<Input, "promptVersion" | "models" | "hash"> & Partial<Pick<Input, "title">>,
): string {
  const isNamed = input.title !== wordings[document.language].document
  const content: Export = {
    schemaVersion: SCHEMA_VERSION,
    ...(isNamed && { title: input.title }),
    promptVersion: input.promptVersion ?? null,
    models: [...(input.models ?? [])],
    hash: input.hash ?? null,
    language: document.language,
    version: document.version,
    items: document.items,
    used: document.used,
    readiness: readiness(document),
    lint: lint(document),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/**
 * The document in an exported file, exactly as it was.
 * @throws {ExportInvalidError} names the place, never the content
 */
export const parseExport = (text: string): Document => readExport(text).document

/**
 * Everything of an exported file that is not computed from its document.
 * @throws {ExportInvalidError} names the place, never the content
 */
export function readExport(text: string): Exported {
  if (text.length > MAX_EXPORT_LENGTH) throw new ExportInvalidError("This file is too large to be a specification.")
  const written = object(text)
  const { success: isOfAnother } = Later.safeParse(written)
  if (isOfAnother)
    throw new ExportInvalidError("This file cannot be read: it has a schemaVersion that is not known here.")
  const parsed = Export.safeParse(written)
  if (!parsed.success)
    throw new ExportInvalidError(`This file cannot be read: ${place(parsed.error)} is not as it should be.`)
  const { language, version, items, used, title, promptVersion, models, hash } = parsed.data
  const document: Document = { version, language, items, used }
  const wrong = misnumbered(document)
  if (wrong) throw new ExportInvalidError(`This file cannot be read: ${wrong} does not fit the document's numbering.`)
  return {
    document,
    written: Written.parse(written),
    ...(title !== undefined && { title }),
    promptVersion,
    models,
    hash,
  }
}

/** An export of a version that came later. */
const Later = z.looseObject({ schemaVersion: z.int().check(z.gt(SCHEMA_VERSION)) })

const Written = z.object({ version: z.unknown(), language: z.unknown(), items: z.unknown(), used: z.unknown() })

function object(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ExportInvalidError("This file is not JSON.") // the parser's own message quotes its input
  }
}

/** "items.3": deeper, a path holds names that are none of ours. */
function place({ issues: [issue] }: z.core.$ZodError): string {
  const [field, index] = issue?.path ?? []
  if (field === undefined) return "the file as a whole"
  return typeof index === "number" ? `${String(field)}.${index}` : String(field)
}

/** Every number once, with its kind's prefix, and none higher than the highest that was ever used. */
function misnumbered({ items, used }: Document): string | undefined {
  const seen = new Set<string>()
  for (const { id, kind } of items) {
    if (seen.has(id) || !id.startsWith(`${prefixes[kind]}-`) || numberOf(id) > (used[kind] ?? 0)) return id
    seen.add(id)
  }
  return undefined
}
