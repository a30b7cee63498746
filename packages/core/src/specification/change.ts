import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import { advance } from "../document/apply.ts"
import * as Edit from "../document/edit.ts"
import { ProposalRefusedError, SpecificationConflictError } from "../document/error.ts"
import * as Propose from "../document/propose.ts"
import { readiness } from "../document/readiness.ts"
import type * as Event from "../event/event.ts"
import type { Changes } from "../interviewer/port.ts"
import * as Log from "../log.ts"
import type { Document } from "../protocol/document.ts"
import type * as Message from "../protocol/message.ts"
import type * as Operation from "../protocol/operation.ts"
import type { Patch } from "../protocol/patch.ts"
import type { Head } from "../session/item.ts"
import type { Table } from "../table/table.ts"
import { latest, load, patches } from "./specification.ts"

/** Far below the 400 KB of an item, even before it is deflated. */
const MAX_BYTES = 300_000

/**
 * What an interviewer makes of the visitor's message, checked against the document as it stands. Undefined when it changes nothing, or was
 * refused: then the document stays as it was, and the log says why.
 */
export async function proposed(
  deps: { table: Table },
  head: Head,
  changes: Changes,
  from: { message: Message.Info; transcript: readonly Message.Info[]; turnId: Patch["turnId"] },
): Promise<Patch | undefined> {
  const { message, transcript, turnId } = from
  if ((head.learnedSeq ?? 0) >= message.seq) return undefined
  const stored = await load(deps, head)
  const isFirst = stored.version === 0
  const document = isFirst ? { ...stored, language: changes.language } : stored
  // Only the visitor can be quoted.
  const said = [...transcript, message].filter(({ role }) => role === "visitor")
  const texts = new Map(said.map(({ id, text }) => [id as string, text]))
  try {
    const operations = Propose.resolve(document, changes.propose(document), { textOf: (id) => texts.get(id) })
    if (operations.length === 0) return undefined
    const language = isFirst && { language: changes.language }
    const patch = complete(document, operations, { by: "interviewer", messageId: message.id, turnId, ...language })
    if (Buffer.byteLength(JSON.stringify(patch)) > MAX_BYTES) throw new ProposalRefusedError("shape", "size")
    return patch
  } catch (error) {
    if (!(error instanceof ProposalRefusedError)) throw error
    Log.warn("specification.refused", { sessionId: head.id, turnId, fault: error.fault, line: error.subject })
    return undefined
  }
}

type Deps = Event.Deps & { gateway: Gateway }

/**
 * A visitor's own edits of the document as they saw it, all or nothing, told to every device.
 * @throws {SpecificationConflictError} when it has changed since @throws {LineLockedError} @throws {LineNotFoundError}
 * @throws {EditInvalidError} @throws {NothingToUndoError}
 */
export async function edit(
  deps: Deps,
  sessionId: Head["id"],
  input: { baseVersion: number; operations: readonly Operation.Edit[] },
): Promise<Patch> {
  let patch: Patch | undefined
  await Broadcast.publish(deps, sessionId, async (head) => {
    if (latest(head) !== input.baseVersion) throw new SpecificationConflictError()
    let document = await load(deps, head)
    const before = document
    const operations: Operation.Info[] = []
    for (const edit of input.operations) {
      const past = edit.op === "undo" ? await pastOf(deps, head, edit.version) : undefined
      const operation = Edit.resolve(document, edit, past)
      operations.push(operation)
      document = advance(document, { version: before.version + 1, operations: [operation] })
    }
    patch = complete(before, operations, { by: "visitor" })
    return {
      events: [{ type: "specification.patched", ...patch }],
      writes: [],
      head: { set: { version: patch.version } },
    }
  })
  if (!patch) throw new Error("an append without its plan")
  return patch
}

function complete(
  document: Document,
  operations: Operation.Info[],
  of: Omit<Patch, "version" | "operations" | "readiness">,
): Patch {
  const version = document.version + 1
  return { version, operations, readiness: readiness(advance(document, { version, operations })), ...of }
}

/** The change to take back: the one asked for, or the latest that was neither an undo nor undone. */
async function pastOf(deps: { table: Table }, head: Head, asked?: number): Promise<Edit.Past | undefined> {
  const of = asked ?? lastStanding(await patches(deps, head))
  if (of === undefined || of < 1 || of > latest(head)) return undefined
  const [document, after] = await Promise.all([load(deps, head, of - 1), load(deps, head, of)])
  return { of, document, after }
}

function lastStanding(all: readonly Patch[]): number | undefined {
  const undone = new Set<number>()
  for (const { version, operations } of all.toReversed()) {
    const undos = operations.filter((operation) => operation.op === "undo")
    for (const undo of undos) undone.add(undo.version)
    if (undos.length === 0 && !undone.has(version)) return version
  }
  return undefined
}
