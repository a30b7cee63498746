import { type Document, type ID, Item, isLive, prefixes } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { words } from "../protocol/typed.ts"
import { apply } from "./apply.ts"
import { EditInvalidError, LineLockedError, LineNotFoundError, NothingToUndoError } from "./error.ts"
import * as Sort from "./sort.ts"

/** The document as it was, for undo: `document` at the version before `of`. */
export type Past = { of: number; document: Document; after: Document }

/**
 * A visitor's own edit, complete. What they change by hand counts as agreed to. `past` is what an undo takes back.
 * @throws {LineLockedError} @throws {LineNotFoundError} @throws {EditInvalidError} @throws {NothingToUndoError}
 */
export function resolve(document: Document, edit: Operation.Edit, past?: Past): Operation.Info {
  switch (edit.op) {
    case "undo":
      return undo(document, past)
    case "lock":
      return { op: "lock", id: changeable(document, edit.id).id }
    case "unlock": {
      const item = live(document, edit.id)
      if (item.locked === "operator") throw new LineLockedError(item.id)
      return { op: "unlock", id: item.id }
    }
    case "confirm":
      return { op: "confirm", id: changeable(document, edit.id).id }
    case "retire":
    case "dispute":
      return { ...edit, id: changeable(document, edit.id).id }
    case "set":
      return { op: "set", id: edit.id, fields: fieldsOf(changeable(document, edit.id), edit.fields) }
    case "sort": {
      const item = changeable(document, edit.id)
      const id = `${prefixes[edit.kind]}-${(document.used[edit.kind] ?? 0) + 1}`
      const sorted = Sort.sort(item, edit.kind, id, document.version + 1, "confirmed")
      if (!sorted) throw new EditInvalidError(`${edit.id} cannot be sorted: it has its kind already.`)
      return { op: "supersede", id: item.id, item: sorted }
    }
  }
}

function live(document: Document, id: ID): Item {
  const item = document.items.find((one) => one.id === id)
  if (!item || !isLive(item)) throw new LineNotFoundError(id)
  return item
}

function changeable(document: Document, id: ID): Item {
  const item = live(document, id)
  if (item.locked !== "none") throw new LineLockedError(id)
  return item
}

/** What a visitor may write into a line. */
const THEIRS = new Set(["title", "text", "priority", "rationale"])

function fieldsOf(item: Item, fields: Record<string, unknown>): Record<string, unknown> {
  const wrong = Object.keys(fields).find((name) => !THEIRS.has(name))
  if (wrong !== undefined || Object.keys(fields).length === 0)
    throw new EditInvalidError("A line's text, title, priority and rationale can be changed.")
  const cleaned = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? words(value) : value]),
  )
  const { text } = cleaned
  if (text === "") throw new EditInvalidError("This line would be empty or too long.")
  const changed = { ...cleaned, state: "accepted", evidence: "confirmed", ...(item.guesses && { guesses: {} }) }
  if (!Item.safeParse({ ...item, ...changed }).success)
    throw new EditInvalidError("This line would be empty or too long.")
  return changed
}

/** Only what nobody has changed since can be taken back. */
function undo(document: Document, past: Past | undefined): Operation.Info {
  if (!past) throw new NothingToUndoError()
  const before = new Map(past.document.items.map((item) => [item.id, item]))
  const touched = past.after.items.filter((item) => JSON.stringify(item) !== JSON.stringify(before.get(item.id)))
  const now = new Map(document.items.map((item) => [item.id, item]))
  for (const item of touched) {
    if (JSON.stringify(now.get(item.id)) !== JSON.stringify(item)) throw new NothingToUndoError()
    const wasLocked = before.get(item.id)?.locked ?? "none"
    if (item.locked !== "none" && wasLocked !== "none") throw new LineLockedError(item.id)
  }
  const items = touched.flatMap((item) => before.get(item.id) ?? [])
  const removed = touched.filter((item) => !before.has(item.id)).map((item) => item.id)
  const operation = { op: "undo", version: past.of, items, removed } as const
  const result = apply(document, [operation], document.version + 1)
  const left = new Set(result.items.map((item) => item.id))
  // Nothing may depend on a line that would be gone.
  const isWhole = result.items.every((item) => item.dependsOn.every((id) => left.has(id)))
  if (touched.length === 0 || !isWhole) throw new NothingToUndoError()
  return operation
}
