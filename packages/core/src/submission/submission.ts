import { fingerprints } from "../address/address.ts"
import type { Clock } from "../clock.ts"
import { ExportFailedError, ExportNotReadyError } from "../export/error.ts"
import type * as Session from "../protocol/session.ts"
import * as Schema from "../protocol/submission.ts"
import type { KeyRing } from "../secret/key-ring.ts"
import type { Settings } from "../settings.ts"
import type { Key, Table } from "../table/table.ts"
import * as Audit from "./audit.ts"
import { SubmissionErasedError, SubmissionNotFoundError } from "./error.ts"
import * as Frozen from "./frozen.ts"
import { fromItem, key, monthIndex, Pointer, partition, pointerKey, range, type Stored } from "./item.ts"
import * as Limited from "./limited.ts"

export * from "../protocol/submission.ts"
export * from "./error.ts"
export { read as document } from "./frozen.ts"
export type { Stored } from "./item.ts"

type Deps = { table: Table; clock: Clock }

/** @throws {SubmissionNotFoundError} */
export async function get(deps: { table: Table }, reference: Schema.Reference): Promise<Stored> {
  const item = await deps.table.get(key(reference))
  if (!item) throw new SubmissionNotFoundError()
  return fromItem(item)
}

/** What a session was submitted as, if it was. */
export async function ofSession(deps: { table: Table }, sessionId: Session.ID): Promise<Stored | undefined> {
  const item = await deps.table.get(pointerKey(sessionId))
  return item && (await get(deps, Pointer.parse(item).reference))
}

/** One that nobody has: what is no reference costs the same reads. */
const NOBODYS = "none"

/**
 * For whoever knows both the reference and the address it was submitted with.
 * @throws {SubmissionNotFoundError} the same, after the same work, whichever of them is wrong @throws {RateLimitedError}
 */
export async function lookup(
  deps: Deps & { settings: Settings; keyRing: KeyRing },
  asked: Schema.Lookup & { ip: string },
): Promise<Stored> {
  const addresses = await fingerprints(deps, asked.email)
  await Limited.lookup(deps, { ip: asked.ip, address: addresses[0] })
  const item = await deps.table.get(key(Schema.fromText(asked.reference) ?? NOBODYS))
  const stored = item && fromItem(item)
  // What is kept was made with a key that may be older than the ring; the address itself, while it is there, is not.
  const [current] = await fingerprints(deps, stored?.contact?.email ?? asked.email)
  const isTheirs = stored?.contact ? current === addresses[0] : addresses.includes(stored?.address ?? "")
  if (!stored || !isTheirs) throw new SubmissionNotFoundError()
  return stored
}

/** All there is about one, for the owner. That it was read is written down first. @throws {SubmissionNotFoundError} */
export async function read(deps: Deps, reference: Schema.Reference): Promise<Schema.Details> {
  await get(deps, reference) // nothing is written about one that never was
  await deps.table.transact([Audit.write(deps, reference, { who: "operator", did: "read" })])
  return await details(deps, reference)
}

/**
 * Where its file lies, for the owner.
 * @throws {SubmissionNotFoundError} @throws {SubmissionErasedError} @throws {ExportNotReadyError} @throws {ExportFailedError}
 */
export async function fileOf(deps: Deps, reference: Schema.Reference): Promise<string> {
  const { status, pdf, pdfError } = await get(deps, reference)
  if (status === "erased") throw new SubmissionErasedError()
  if (!pdf) throw pdfError ? new ExportFailedError() : new ExportNotReadyError()
  await deps.table.transact([Audit.write(deps, reference, { who: "operator", did: "downloaded" })])
  return pdf.file
}

/** @throws {SubmissionNotFoundError} */
export async function details(deps: { table: Table }, reference: Schema.Reference): Promise<Schema.Details> {
  const [stored, document, messages, history] = await Promise.all([
    get(deps, reference),
    Frozen.read(deps, reference),
    deps.table.query(range(reference, "message#")),
    Audit.list(deps, reference),
  ])
  const isErased = stored.status === "erased" // what was read beside it may not be removed yet
  const content = isErased ? { messages: [] } : { document, messages: messages.map((item) => Schema.Said.parse(item)) }
  return Schema.Details.parse({ ...stored, ...content, history })
}

export type Page = {
  month: string
  status?: Schema.Status | undefined
  after?: Schema.Reference | undefined
  limit: number
}

/** A month's, newest first, after the one named. The index lags: one of this second may be missing. */
export async function list(deps: Deps, page: Page): Promise<{ submissions: Schema.Summary[]; isLast: boolean }> {
  const { month, status, after, limit } = page
  await Audit.listed(deps, month)
  const all: Key[] = []
  for await (const one of deps.table.listKeys(monthIndex(month))) all.push(one)
  all.reverse()
  const start = after === undefined ? 0 : all.findIndex(({ pk }) => pk === partition(after)) + 1
  const rest = after !== undefined && start === 0 ? [] : all.slice(start)
  const submissions: Schema.Summary[] = []
  let seen = 0
  for (const one of rest) {
    if (submissions.length === limit) break
    seen++
    const item = await deps.table.get({ pk: one.pk, sk: one.sk })
    const stored = item && fromItem(item)
    if (stored && (status === undefined || stored.status === status)) submissions.push(Schema.Summary.parse(stored))
  }
  return { submissions, isLast: seen === rest.length }
}

export const toInfo = (stored: Stored): Schema.Info => Schema.Info.parse(stored)
