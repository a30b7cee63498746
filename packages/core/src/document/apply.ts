import { type Document, type ID, type Item, Kind, type Source } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import type { Patch } from "../protocol/patch.ts"

/**
 * The document after a patch. Pure, and total over patches that were validated against `document`: an operation on a line that is not there
 * does nothing. `version` is the one the patch makes.
 */
export function apply(document: Document, operations: readonly Operation.Info[], version: number): Document {
  const items = new Map(document.items.map((item) => [item.id, item]))
  const used = { ...document.used }
  const put = (item: Item) => {
    items.set(item.id, item)
    used[item.kind] = Math.max(used[item.kind] ?? 0, numberOf(item.id))
  }
  const change = (id: ID, fields: Partial<Item>) => {
    const item = items.get(id)
    if (item) put({ ...reworded(item, fields), ...fields, changedIn: version } as Item) // fields of its own kind: validation saw to it
  }
  /** With the line they agreed to all that was guessed of it. */
  const settle = (id: ID) => {
    const { guesses, ...item } = items.get(id) ?? {}
    if (guesses) items.set(id, item as Item) // the line without what it may be without
  }
  for (const operation of operations) {
    switch (operation.op) {
      case "add":
        put(operation.item)
        break
      case "supersede":
        put(operation.item)
        change(operation.id, { state: "superseded", supersededBy: operation.item.id })
        break
      case "set":
        change(operation.id, operation.fields)
        break
      case "retire":
        change(operation.id, {
          state: "retired",
          ...(operation.reason && { remark: operation.reason }),
          ...(operation.sources && { sources: [...(items.get(operation.id)?.sources ?? []), ...operation.sources] }),
        })
        break
      case "answer":
        change(operation.id, answered(items.get(operation.id), operation))
        break
      case "link": {
        const { dependsOn = [] } = items.get(operation.id) ?? {}
        if (!dependsOn.includes(operation.to)) change(operation.id, { dependsOn: [...dependsOn, operation.to] })
        break
      }
      case "confirm":
        change(operation.id, confirmed(items.get(operation.id)))
        settle(operation.id)
        break
      case "dispute":
        change(operation.id, { state: "disputed", ...(operation.reason && { remark: operation.reason }) })
        break
      case "lock":
        change(operation.id, { locked: "visitor" })
        break
      case "unlock":
        change(operation.id, { locked: "none" })
        break
      case "undo":
        for (const id of operation.removed) items.delete(id)
        for (const item of operation.items) put(item)
        break
    }
  }
  return { ...document, version, items: [...items.values()].sort(byNumber), used }
}

/** The document after one more of the log's patches. */
export const advance = (
  document: Document,
  { version, language, used, operations }: Pick<Patch, "version" | "operations" | "language" | "used">,
): Document => apply({ ...document, ...(language && { language }), ...(used && { used }) }, operations, version)

/** `FR-12` is 12. */
export const numberOf = (id: ID): number => Number(id.slice(id.indexOf("-") + 1))

const order = new Map(Kind.options.map((kind, index) => [kind, index]))

const byNumber = (a: Item, b: Item) =>
  (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || numberOf(a.id) - numberOf(b.id)

/** The parts of a requirement are those of its sentence: with another one it has none. */
function reworded(item: Item, { text = item.text }: Partial<Item>): Item {
  if (item.kind !== "requirement" || text === item.text) return item
  const { ears: _, ...rest } = item
  return rest
}

/** What we guessed becomes theirs; what they had said stays said. */
function confirmed(item: Item | undefined): Partial<Item> {
  const isOurs = item?.evidence === "inferred" || item?.evidence === "default"
  return { state: "accepted", ...(isOurs && { evidence: "confirmed" }) }
}

function answered(item: Item | undefined, { text, sources }: { text: string; sources: Source[] }): Partial<Item> {
  if (item?.kind !== "question") return {}
  return { state: "accepted", answer: text, sources: [...item.sources, ...sources] }
}
