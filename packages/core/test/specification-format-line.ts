import { numberOf } from "../src/document/apply.ts"
import * as Ears from "../src/document/ears.ts"
import { type Criterion, type Document, Item, Kind, prefixes } from "../src/protocol/document.ts"

/** A line said and accepted, unless `fields` says otherwise. */
export const line = (id: string, fields: { text: string } & Record<string, unknown>): Item =>
  Item.parse({
    id,
    kind: Kind.options.find((kind) => id.startsWith(`${prefixes[kind]}-`)),
    state: "accepted",
    evidence: "stated",
    locked: "none",
    sources: [],
    dependsOn: [],
    addedIn: 1,
    changedIn: 1,
    ...fields,
  })

export const requirement = (
  id: string,
  ears: Parameters<typeof Ears.render>[0],
  fields: Record<string, unknown> & { criteria: Criterion[] },
  language: Document["language"] = "en",
): Item => line(id, { text: Ears.render(ears, language), ears, ...fields })

/** One from before criteria had a text: three steps, and nobody knows who said them. */
export const criterion = (
  id: string,
  kind: Criterion["case"],
  given: string,
  when: string,
  then: string,
): Criterion => ({ id, case: kind, given, when, then, evidence: "inferred", sources: [] })

/** In somebody's words; said, unless `fields` says otherwise. */
export const check = (id: string, text: string, fields: Partial<Criterion> = {}): Criterion => ({
  id,
  case: "happy",
  text,
  evidence: "stated",
  sources: [],
  ...fields,
})

export function documentOf(language: Document["language"], version: number, items: Item[]): Document {
  const used: Document["used"] = {}
  for (const { id, kind } of items) used[kind] = Math.max(used[kind] ?? 0, numberOf(id))
  return { version, language, items, used }
}
