import type { ID } from "../../protocol/document.ts"
import type * as Operation from "../../protocol/operation.ts"

export type Changes = { added: ID[]; changed: ID[]; removed: ID[] }

/** The lines that a version touched, each once. What an undo puts back counts as changed. */
export function summarized(operations: readonly Operation.Info[]): Changes {
  const added = new Set<ID>()
  const changed = new Set<ID>()
  const removed = new Set<ID>()
  for (const operation of operations) {
    switch (operation.op) {
      case "add":
        added.add(operation.item.id)
        break
      case "supersede":
        added.add(operation.item.id)
        removed.add(operation.id)
        break
      case "retire":
        removed.add(operation.id)
        break
      case "undo":
        for (const { id } of operation.items) changed.add(id)
        for (const id of operation.removed) removed.add(id)
        break
      default:
        changed.add(operation.id)
    }
  }
  const only = (ids: ReadonlySet<ID>) => [...ids].filter((id) => !added.has(id) && !removed.has(id))
  return { added: [...added], changed: only(changed), removed: [...removed] }
}
