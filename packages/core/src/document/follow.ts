import { type Document, type ID, type Item, isLive } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"

/** What named a line names the one that took its place. A locked line stays as it is. */
export function follow(document: Document, heirs: ReadonlyMap<ID, ID>): Operation.Info[] {
  if (heirs.size === 0) return []
  return document.items
    .filter((item) => isLive(item) && item.locked === "none")
    .flatMap((item) => {
      const fields = { ...lists(item, heirs), ...feature(item, heirs) }
      return Object.keys(fields).length > 0 ? [{ op: "set" as const, id: item.id, fields }] : []
    })
}

function lists(item: Item, heirs: ReadonlyMap<ID, ID>): Record<string, ID[]> {
  const of = { dependsOn: item.dependsOn, ...(item.kind === "question" && item.blocks && { blocks: item.blocks }) }
  const moved = Object.entries(of).filter(([, ids]) => ids.some((id) => heirs.has(id)))
  return Object.fromEntries(
    moved.map(([field, ids]) => [
      field,
      [...new Set(ids.map((id) => heirs.get(id) ?? id))].filter((id) => id !== item.id),
    ]),
  )
}

function feature(item: Item, heirs: ReadonlyMap<ID, ID>): { feature?: ID } {
  const heir = item.kind === "requirement" && item.feature !== undefined && heirs.get(item.feature)
  return heir ? { feature: heir } : {}
}
