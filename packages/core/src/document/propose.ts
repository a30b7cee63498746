import { type Document, type ID, Item, isLive, type Kind, prefixes, type Source } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import * as Ears from "./ears.ts"
import { type Fault, ProposalRefusedError } from "./error.ts"

/** What checks need to know beside the document: the text of a message as it is stored, undefined for one that is not at hand. */
export type Facts = { textOf(messageId: string): string | undefined }

/**
 * What an interviewer proposed, numbered and complete. All of it or nothing.
 * @throws {ProposalRefusedError}
 */
export function resolve(document: Document, proposals: readonly Operation.Proposal[], facts: Facts): Operation.Info[] {
  const version = document.version + 1
  const numbers = { ...document.used }
  const handles = new Map<string, ID>()
  /** What a line may name: lines that count, and all of this patch. */
  const there = new Set(document.items.filter(isLive).map(({ id }) => id))
  for (const proposal of proposals)
    if ("item" in proposal) {
      const id = next(numbers, proposal.item.kind)
      there.add(id)
      if (proposal.as) handles.set(proposal.as, id)
    }
  const counting = { ...document.used }
  const closed = new Set<ID>()
  const close = (id: ID) => closed.add(open(document, id, closed).id)

  const complete = (draft: Operation.Draft): Item => {
    const id = next(counting, draft.kind)
    for (const source of draft.sources) check(isQuoted(source, facts, document), "quote", id)
    check(draft.evidence !== "confirmed", "evidence", id)
    const dependsOn = draft.dependsOn.map((one) => handles.get(one) ?? one)
    for (const one of dependsOn) check(there.has(one) && one !== id, "dangling", `${id} on ${one}`)
    const isTheirs = draft.evidence === "stated" || draft.evidence === "from_document"
    const item = {
      ...draft,
      ...(draft.kind === "requirement" && numbered(draft, id, document.language)),
      id,
      dependsOn,
      state: isTheirs && draft.kind !== "question" ? "accepted" : "proposed",
      locked: "none",
      addedIn: version,
      changedIn: version,
    }
    const parsed = Item.safeParse(item)
    if (!parsed.success) throw new ProposalRefusedError("shape", `${id}.${parsed.error.issues[0]?.path.join(".")}`)
    for (const other of namedBy(parsed.data)) check(there.has(other), "dangling", `${id} on ${other}`)
    return parsed.data
  }

  const accept = (proposal: Operation.Proposal): Operation.Info => {
    switch (proposal.op) {
      case "add":
      case "ask":
        return { op: "add", item: complete(proposal.item) }
      case "supersede":
        close(proposal.id)
        return { op: "supersede", id: proposal.id, item: complete(proposal.item) }
      case "set":
        return {
          op: "set",
          id: proposal.id,
          fields: merged(open(document, proposal.id, closed), proposal.fields, document, there),
        }
      case "retire":
        close(proposal.id)
        return { op: "retire", id: proposal.id, reason: proposal.reason }
      case "answer": {
        check(open(document, proposal.id, closed).kind === "question", "shape", proposal.id)
        for (const source of proposal.sources) check(isQuoted(source, facts, document), "quote", proposal.id)
        return { op: "answer", id: proposal.id, text: proposal.text, sources: proposal.sources }
      }
      case "link": {
        const to = handles.get(proposal.to) ?? proposal.to
        check(there.has(to) && to !== proposal.id, "dangling", `${proposal.id} on ${to}`)
        return { op: "link", id: open(document, proposal.id, closed).id, to }
      }
    }
  }
  return proposals.map(accept)
}

/** A line that an interviewer may change, and that this patch has not closed yet. */
function open(document: Document, id: ID, closed: ReadonlySet<ID>): Item {
  const item = document.items.find((one) => one.id === id)
  if (!item) throw new ProposalRefusedError("unknown", id)
  check(isLive(item) && !closed.has(id), "closed", id)
  check(item.locked === "none", "locked", id)
  return item
}

/** Fields that belong to the line's kind and leave it whole; a requirement's sentence follows its parts. */
function merged(
  item: Item,
  fields: Record<string, unknown>,
  document: Document,
  there: ReadonlySet<ID>,
): Record<string, unknown> {
  for (const name of Object.keys(fields)) check(!KEPT.has(name), "shape", `${item.id}.${name}`)
  const parsed = Item.safeParse({ ...item, ...fields })
  if (!parsed.success) throw new ProposalRefusedError("shape", `${item.id}.${parsed.error.issues[0]?.path.join(".")}`)
  const before = new Set([...item.dependsOn, ...namedBy(item)])
  for (const other of [...parsed.data.dependsOn, ...namedBy(parsed.data)])
    check(before.has(other) || (there.has(other) && other !== item.id), "dangling", `${item.id} on ${other}`)
  if (parsed.data.kind !== "requirement" || !("ears" in fields)) return fields
  return { ...fields, text: Ears.render(parsed.data.ears, document.language) }
}

/** Lines that a line names beside those it depends on. */
const namedBy = (item: Item): ID[] =>
  item.kind === "requirement" && item.feature ? [item.feature] : item.kind === "question" ? (item.blocks ?? []) : []

/** What code alone decides. */
const KEPT = new Set([
  "id",
  "kind",
  "state",
  "evidence",
  "locked",
  "remark",
  "supersededBy",
  "addedIn",
  "changedIn",
  "sources",
])

function numbered(draft: Extract<Operation.Draft, { kind: "requirement" }>, id: ID, language: Document["language"]) {
  const number = id.slice(id.indexOf("-") + 1)
  return {
    text: Ears.render(draft.ears, language),
    criteria: draft.criteria.map((criterion, index) => ({ ...criterion, id: `AC-${number}.${index + 1}` })),
  }
}

function next(used: Partial<Record<Kind, number>>, kind: Kind): ID {
  const number = (used[kind] ?? 0) + 1
  used[kind] = number
  return `${prefixes[kind]}-${number}`
}

/** Verbatim in a message at hand, or part of a quote that the document has already. */
function isQuoted({ messageId, quote, start, end }: Source, { textOf }: Facts, { items }: Document): boolean {
  if (end <= start) return false
  const text = textOf(messageId)
  if (text !== undefined) return text.slice(start, end) === quote
  return items.some(({ sources }) =>
    sources.some(
      (known) =>
        known.messageId === messageId &&
        known.start <= start &&
        end <= known.end &&
        known.quote.slice(start - known.start, end - known.start) === quote,
    ),
  )
}

function check(holds: boolean, fault: Fault, subject: string): asserts holds {
  if (!holds) throw new ProposalRefusedError(fault, subject)
}
