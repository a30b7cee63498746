import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import { advance } from "../document/apply.ts"
import { conserve, leave } from "../document/conserve.ts"
import * as Edit from "../document/edit.ts"
import { SpecificationConflictError } from "../document/error.ts"
import * as Propose from "../document/propose.ts"
import { readiness } from "../document/readiness.ts"
import type * as Event from "../event/event.ts"
import type { Changes } from "../interviewer/port.ts"
import * as Log from "../log.ts"
import type { Document, Item } from "../protocol/document.ts"
import type * as Message from "../protocol/message.ts"
import type * as Operation from "../protocol/operation.ts"
import type { Patch } from "../protocol/patch.ts"
import type { Aside } from "../protocol/turn.ts"
import type { Head } from "../session/item.ts"
import type { Table } from "../table/table.ts"
import { MAX_PATCH_BYTES } from "./item.ts"
import { history, latest, load } from "./specification.ts"

/** A visitor's message that a turn answers. `transcript`: other messages that may be quoted; `asides`: what turns for it told before. */
export type Heard = {
  message: Message.Info
  transcript?: readonly Message.Info[] | undefined
  asides?: readonly Aside[] | undefined
  turnId: Patch["turnId"]
}

export type Taken = { patch?: Patch; asides: Aside[]; isLearned: boolean }

/**
 * What a turn's end does to the document: what an interviewer made of the visitor's message, as far as it holds against the document as it
 * stands, and every word of the message that this leaves without a place. `isLearned`: the interviewer's part was applied, and is not again
 * when the turn is repeated; one without any may bring its part then. A proposal that is refused is left out, and the log says why.
 */
export async function take(deps: { table: Table }, head: Head, heard: Heard, changes?: Changes): Promise<Taken> {
  const { message, transcript = [], turnId } = heard
  const stored = await load(deps, head)
  const isEmpty = stored.items.every(({ kind }) => kind === "unsorted")
  const spoken = (isEmpty && changes?.language) || stored.language
  const document = { ...stored, language: spoken }
  const isNews = changes !== undefined && (head.learnedSeq ?? 0) < message.seq
  // Only the visitor can be quoted.
  const said = [...transcript, message].filter(({ role }) => role === "visitor")
  const texts = new Map(said.map(({ id, text }) => [id as string, text]))
  const facts = { textOf: (id: string) => texts.get(id), isVerbatim: changes?.isVerbatim }
  const asides = tidied(message, [...(heard.asides ?? []), ...(changes?.asides ?? [])])
  let isWritten = false
  const whole = (proposals: readonly Operation.Proposal[]) => {
    const { operations, refused } = Propose.accept(document, proposals, facts)
    isWritten = operations.length > 0
    for (const { fault, subject } of refused)
      Log.warn("specification.refused", { sessionId: head.id, turnId, fault, line: subject })
    const after = advance(document, { version: document.version + 1, operations })
    return [...operations, ...conserve(after, message, asides)]
  }
  let operations = whole(isNews ? changes.propose(document) : [])
  const isTooLarge = Buffer.byteLength(JSON.stringify(operations)) > MAX_PATCH_BYTES
  if (isTooLarge) {
    Log.warn("specification.refused", { sessionId: head.id, turnId, fault: "size" })
    operations = whole([])
  }
  const isLearned = isNews && isWritten && !isTooLarge
  if (operations.length === 0) return { asides, isLearned }
  const isSaid = stored.version === 0 || spoken !== stored.language // whoever folds the patches has no other word of it
  const of = { by: "interviewer", messageId: message.id, turnId, ...(isSaid && { language: spoken }) } as const
  return { patch: complete(document, operations, of), asides, isLearned }
}

/** In the order of the message, none over another, none beside it. */
function tidied({ text }: Message.Info, asides: readonly Aside[]): Aside[] {
  let at = 0
  return [...asides]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .flatMap(({ start, end, act }) => {
      const aside = { start: Math.max(start, at), end: Math.min(end, text.length), act }
      if (aside.start >= aside.end) return []
      at = aside.end
      return [aside]
    })
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
      const gone = operation.op === "undo" ? document.items.filter(({ id }) => isUndone(id, operation)) : []
      const undone = advance(document, { version: before.version + 1, operations: [operation] })
      const kept = leave(undone, gone) // what a visitor said stays, whoever undoes what was made of it
      operations.push(operation, ...kept)
      document = advance(undone, { version: before.version + 1, operations: kept })
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

/** It goes, or is as it was before. */
const isUndone = (id: Item["id"], { items, removed }: Extract<Operation.Info, { op: "undo" }>): boolean =>
  removed.includes(id) || items.some((item) => item.id === id)

function complete(
  document: Document,
  operations: Operation.Info[],
  of: Omit<Patch, "version" | "operations" | "readiness">,
): Patch {
  const version = document.version + 1
  return { version, operations, readiness: readiness(advance(document, { version, operations })), ...of }
}

/** The change to take back: the one asked for, or the latest that was neither an undo nor undone. What a file brought is where it begins. */
async function pastOf(deps: { table: Table }, head: Head, asked?: number): Promise<Edit.Past | undefined> {
  const changes = (await history(deps, head)).patches.filter(({ by }) => by !== "import")
  const of = asked ?? lastStanding(changes)
  if (!changes.some(({ version }) => version === of) || of === undefined) return undefined
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
