import type { Item } from "@spec-wizard/core/specification/schema"
import { LABELS, type Label, type Wording } from "@spec-wizard/core/specification/word"

/** What a line says beside its text. */
export type Fact = { label: Label; values: readonly string[] }

/** The fields that only lines of its kind have and that somebody has filled in, in the order of the labels. */
export function factsOf(item: Item, { labels, categories }: Wording): Fact[] {
  return LABELS.flatMap((label) => {
    if (apart.has(label)) return []
    const field: unknown = Object.entries(item).find(([name]) => (renamed[name] ?? name) === label)?.[1]
    if (label === "category" && item.kind === "quality") return [{ label, values: [categories[item.category]] }]
    if (label === "direction" && item.kind === "integration" && item.direction)
      return [{ label, values: [labels[item.direction]] }]
    if (typeof field === "boolean") return [{ label, values: [labels[field ? "yes" : "no"]] }]
    const values = (Array.isArray(field) ? field : [field]).filter((value) => typeof value === "string")
    return values.length > 0 ? [{ label, values }] : []
  })
}

/** Fields that are called otherwise than their labels. */
const renamed: Partial<Record<string, Label>> = { onFailure: "failure", reference: "number" }

/** Shown in a place of their own. */
const apart = new Set<Label>(["when", "locked", "choices", "criteria"])
