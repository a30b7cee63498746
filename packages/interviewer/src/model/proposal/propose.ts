import { isAgreed } from "@spec-wizard/core/document/criterion"
import { render } from "@spec-wizard/core/document/ears"
import { type Document, type Item, isLive } from "@spec-wizard/core/protocol/document"
import type { List, Proposal } from "@spec-wizard/core/protocol/operation"
import { drafted, inherited, sentence } from "./draft.ts"
import { isList } from "./field.ts"
import type { Meant } from "./meant.ts"
import { handleOf } from "./name.ts"
import { plainly } from "./value.ts"

/**
 * What was meant, as proposals for a document: the same for the same document. A change comes to one of them, or to several, or to none where
 * the document says it already.
 */
export const proposals = (changes: readonly Meant[], document: Document): Proposal[] =>
  changes.flatMap((change) => proposed(change, document))

export function proposed(change: Meant, document: Document): Proposal[] {
  const { op, id = "", as, reason, text = "", to = "", sources, ranked } = change
  const old = document.items.find((item) => item.id === id)
  const handle = { ...(as && { as: handleOf(as) }), ...(ranked.length > 0 && { ranked }) }
  switch (op) {
    case "add":
    case "ask":
      return added(change, document, handle)
    case "supersede":
      return [{ op, id, item: drafted(inherited(change, old), document, old), ...handle }]
    case "set":
      return old && isSaidNow(change, old)
        ? [{ op: "supersede", id, item: drafted(inherited(change, old), document, old), ...handle }]
        : set(change, old, document)
    case "addTo":
    case "removeFrom":
      return lists(change, old, op)
    case "retire":
      return [{ op, id, reason: reason || text || (sources[0]?.quote ?? "").slice(0, 300).toWellFormed(), sources }]
    case "sort":
      // Its kind is one of those: reading saw to it.
      return [{ op, id, kind: change.kind as Extract<Proposal, { op: "sort" }>["kind"], evidence: "stated" }]
    case "answer":
      return [{ op, id, text: text || (sources[0]?.quote ?? "").slice(0, 2_000).toWellFormed(), sources }]
    case "link":
      return [{ op, id, to }]
    case "dispute":
      return [{ op, ids: change.ids ?? (id ? [id] : []), ...(text && { text }), sources }]
  }
}

type Handle = { as?: `$${string}`; ranked?: Meant["ranked"] }

/** What stands there already is not written again, and there is one summary; what nobody had sorted has its place then. */
function added(change: Meant, document: Document, handle: Handle): Proposal[] {
  const live = document.items.filter((item) => isLive(item) && item.locked === "none")
  const item = drafted(change, document)
  const same = live.find(({ kind, text }) => kind === item.kind && plainly(text) === plainly(item.text))
  if (same && !handle.as) {
    const news = change.sources.filter((source) => !same.sources.some((own) => isOver(own, source)))
    return news.length > 0 ? [{ op: "set", id: same.id, fields: {}, sources: news }] : []
  }
  const summary = item.kind === "summary" && live.find(({ kind }) => kind === "summary")
  if (summary) return set({ ...change, op: "set", id: summary.id }, summary, document)
  const waiting = live.find(
    ({ kind, sources }) =>
      kind === "unsorted" &&
      isAgreed(item) &&
      sources.every((own) => change.sources.some((source) => isOver(source, own))),
  )
  if (waiting) return [{ op: "supersede", id: waiting.id, item, ...handle }]
  return item.kind === "question" ? [{ op: "ask", item, ...handle }] : [{ op: "add", item, ...handle }]
}

type Span = Meant["sources"][number]
const isOver = (one: Span, other: Span) =>
  one.messageId === other.messageId && one.start <= other.start && one.end >= other.end

/** They said what was guessed: then it is no longer a guess of ours that changes, but a line of theirs in its place. */
const isSaidNow = ({ evidence, sources }: Meant, old: Item) =>
  (evidence === "stated" || evidence === "from_document") && sources.length > 0 && !isAgreed(old) && isLive(old)

/** Single fields under other values; of lists, what is new in them. */
function set(change: Meant, old: Item | undefined, document: Document): Proposal[] {
  const { id = "", title, text, rationale, ears, sources, priority } = change
  const details = Object.entries(change.details ?? {})
  const parts = ears && sentence(ears)
  const { language } = document
  // A text that is not made of its parts is theirs, and stays.
  const isRendered = old?.kind === "requirement" && old.ears && old.text === render(old.ears, language)
  const fields = {
    ...Object.fromEntries(details.filter(([name]) => !isList(name))),
    ...(title && { title }),
    ...(text && { text }),
    ...(rationale && { rationale }),
    ...(parts && { ears: parts, ...(!text && isRendered && { text: render(parts, language) }) }),
  }
  const isOnlyRank = Object.keys(fields).length === 0 && change.ranked.length === 0
  return [
    ...(Object.keys(fields).length > 0 ? [{ op: "set" as const, id, fields, sources }] : []),
    ...(priority
      ? [{ op: "set" as const, id, fields: { priority }, sources: isOnlyRank ? sources : change.ranked }]
      : []),
    ...details.filter(([name]) => isList(name)).map(([name, values]): Proposal => grown(name, values, old, change)),
    ...others(change),
  ]
}

/** A list that is told anew with all that it had has grown; one that lacks something would be replaced, and is refused as that. */
function grown(name: string, value: unknown, old: Item | undefined, { id = "", sources }: Meant): Proposal {
  const values = Array.isArray(value) ? value : []
  const has = listIn(old, name)
  if (has.some((one) => !values.some((other) => plainly(other) === plainly(one))))
    return { op: "set", id, fields: { [name]: values } }
  const field = name as List // it is one of them: that is how it came here
  return {
    op: "addTo",
    id,
    field,
    values: values.filter((one) => !has.some((other) => plainly(other) === plainly(one))),
    sources,
  }
}

/** What a line has beside its own fields. */
const others = ({ id = "", dependsOn, criteria }: Meant): Proposal[] => [
  ...(dependsOn ? [{ op: "addTo" as const, id, field: "dependsOn" as const, values: dependsOn }] : []),
  ...(criteria ? [{ op: "addTo" as const, id, field: "criteria" as const, values: criteria, sources: [] }] : []),
]

function lists(change: Meant, old: Item | undefined, op: "addTo" | "removeFrom"): Proposal[] {
  const { id = "", field, values = [], sources } = change
  const named: [string, unknown][] = [
    ...(field && values.length > 0 && !(field === "criteria" && op === "addTo")
      ? [[field, values] as [string, unknown]]
      : []),
    ...Object.entries(change.details ?? {}).filter(([name]) => isList(name)),
  ]
  const of = named.map(([name, value]): Proposal => {
    const list = Array.isArray(value) ? value.map(String) : []
    const known = listIn(old, name)
    const spelt = list.map((one) => known.find((other) => plainly(other) === plainly(one)) ?? one)
    return { op, id, field: name as List, values: op === "addTo" ? list : spelt, sources } // one of the lists, as above
  })
  return op === "addTo" ? [...of, ...others(change)] : of
}

function listIn(item: Item | undefined, name: string): string[] {
  if (item?.kind === "requirement" && name === "criteria") return item.criteria.map(({ id }) => id)
  const value: unknown = item && new Map(Object.entries(item)).get(name)
  return Array.isArray(value) ? value.map(String) : []
}
