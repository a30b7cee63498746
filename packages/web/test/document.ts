import type { ChatState } from "@spec-wizard/client"
import { readiness } from "@spec-wizard/core/document/readiness"
import { type Document, empty, type Item, type ItemOf } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"

/** A rule, unless said otherwise. */
export const line = (id: string, fields: Partial<ItemOf<"rule">> = {}): ItemOf<"rule"> => ({
  kind: "rule",
  id,
  text: `Text of ${id}`,
  state: "accepted",
  evidence: "stated",
  sources: [],
  locked: "none",
  dependsOn: [],
  addedIn: 1,
  changedIn: 1,
  ...fields,
})

export const requirement = (id: string, fields: Partial<ItemOf<"requirement">> = {}): ItemOf<"requirement"> => ({
  ...line(id),
  kind: "requirement",
  ears: { pattern: "ubiquitous", system: "the system", shall: "wait" },
  criteria: [],
  ...fields,
})

export const feature = (id: string): ItemOf<"feature"> => ({ ...line(id), kind: "feature" })

/** Kept word for word, and not sorted. */
export const unsorted = (id: string, fields: Partial<ItemOf<"unsorted">> = {}): ItemOf<"unsorted"> => ({
  ...line(id),
  kind: "unsorted",
  ...fields,
})

export const documentOf = (...items: Item[]): Document => ({ version: 1, language: "en", items, used: {} })

/** One version for each list of operations. */
export const patchesOf = (...versions: Operation.Info[][]): ChatState["patches"] =>
  versions.map((operations, index) => ({
    type: "specification.patched",
    id: "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    seq: index + 1,
    at: "2026-11-21T10:00:00.000Z",
    by: "interviewer",
    version: index + 1,
    operations,
    readiness: readiness(empty("en")),
  }))
