import { advance } from "../document/apply.ts"
import { VersionUnknownError } from "../document/error.ts"
import * as Event from "../event/event.ts"
import * as Log from "../log.ts"
import { type Document, empty, Language } from "../protocol/document.ts"
import type * as Session from "../protocol/session.ts"
import { type Head, isErased, key } from "../session/item.ts"
import { get } from "../session/session.ts"
import { ABSENT, ConditionFailedError, type Table } from "../table/table.ts"
import { fromItems, snapshotAt, snapshotsUpTo, toItems, versionOf } from "./item.ts"

/** The document as the log's first `seq` events made it. */
export type Loaded = { document: Document; seq: number }

/** Versions from one snapshot to the next; more in a large document, so that an exchange costs no more as it grows. */
const EVERY = 20
const isFar = (versions: number, { items }: Document) => versions >= Math.max(EVERY, items.length / 10)

/**
 * The document, or an earlier version of it: the latest snapshot, and what the log says since.
 * @throws {VersionUnknownError}
 */
export async function load(deps: { table: Table }, head: Head, version = latest(head)): Promise<Document> {
  return (await reload(deps, head, version)).document
}

/** What `load` gives, and from where. */
async function reload(deps: { table: Table }, head: Head, version: number): Promise<Loaded & { from: number }> {
  if (version > latest(head)) throw new VersionUnknownError(version)
  const start = await snapshot(deps, head, version)
  let { document, seq } = start
  while (document.version < version) {
    const events = await Event.list(deps, head.id, { after: seq, limit: PAGE })
    if (events.length === 0) throw new Error("the log lacks a version of the document")
    for (const event of events) {
      seq = event.seq
      if (event.type === "specification.patched") document = advance(document, event)
      if (document.version >= version) break
    }
  }
  if (document.version > version) throw new VersionUnknownError(version) // from before the file that the session began with
  return { document, seq, from: start.document.version }
}

const PAGE = 200

export const latest = ({ version = 0 }: Head) => version

/** What a session's document is written in until the visitor's first message says more. */
export function languageOf({ locale }: Pick<Session.Info, "locale">): Language {
  return Language.safeParse(locale.slice(0, 2).toLowerCase()).data ?? "en"
}

async function snapshot(deps: { table: Table }, head: Head, version: number): Promise<Loaded> {
  const beginning = { document: empty(languageOf(head)), seq: 0 }
  if (version === 0) return beginning
  const [last] = await deps.table.query({ ...snapshotsUpTo(head.id, version), limit: 1, reverse: true })
  if (!last) return beginning
  return (
    fromItems(last["parts"] === 1 ? [last] : await deps.table.query(snapshotAt(head.id, versionOf(last)))) ?? beginning
  )
}

/** Every change of the document up to `head`, oldest first, and the numbers of the visitors' messages. Reads the whole log. */
export async function history(
  deps: { table: Table },
  head: Head,
): Promise<{ patches: Event.SpecificationPatched[]; numbers: Map<string, number> }> {
  const patches: Event.SpecificationPatched[] = []
  const numbers = new Map<string, number>()
  let after = 0
  while (after < head.headSeq) {
    const events = await Event.list(deps, head.id, { after, limit: PAGE })
    for (const event of events) {
      if (event.type === "specification.patched" && event.version <= latest(head)) patches.push(event)
      if (event.type === "message.appended" && event.message.role === "visitor")
        numbers.set(event.message.id, numbers.size + 1)
    }
    after = events.at(-1)?.seq ?? head.headSeq
  }
  return { patches, numbers }
}

/** Writes a snapshot of `version` when it is time for one. It is a cache: a failure is logged, and reading takes longer until the next. */
export async function keep(deps: Event.Deps, sessionId: Session.ID, version: number): Promise<void> {
  if (version % EVERY !== 0) return
  try {
    const { document, seq, from } = await reload(deps, await get(deps, sessionId), version)
    if (!isFar(version - from, document)) return
    const items = toItems(sessionId, document, seq)
    for (const item of items) await deps.table.put(item, ABSENT)
    // Written without a look at the head, which would cost every exchange more: so the look comes after.
    const erased = await deps.table.get(key(sessionId)).then((head) => !head || isErased(head))
    if (erased) await deps.table.transact(items.map(({ pk, sk }) => ({ delete: { pk, sk } })))
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) Log.warn("specification.not_kept", { sessionId }, error)
  }
}
