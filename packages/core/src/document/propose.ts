import { type Document, type ID, Item, isLive, type Kind, prefixes, type Source } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { type Fault, ProposalRefusedError } from "./error.ts"
import * as Sort from "./sort.ts"
import { isVerbatim } from "./verbatim.ts"

/** What checks need to know beside the document. */
export type Facts = {
  /** The text of a message as it is stored, undefined for one that is not at hand. */
  textOf(messageId: string): string | undefined
  /** What is marked as said has to be in the visitor's own words. */
  isVerbatim?: true | undefined
}

/**
 * What an interviewer proposed, as far as it holds: a proposal that is refused is left out alone, with what depends on it.
 * `refused` says why, in the order in which it was found.
 */
export function accept(
  document: Document,
  proposals: readonly Operation.Proposal[],
  facts: Facts,
): { operations: Operation.Info[]; refused: ProposalRefusedError[] } {
  const refused: ProposalRefusedError[] = []
  const kept = [...proposals]
  for (;;) {
    try {
      return { operations: resolve(document, kept, facts), refused }
    } catch (error) {
      if (!(error instanceof ProposalRefusedError) || error.place === undefined) throw error
      refused.push(error)
      kept.splice(error.place, 1)
    }
  }
}

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
    } else if (proposal.op === "sort") there.add(next(numbers, proposal.kind))
  const counting = { ...document.used }
  const closed = new Set<ID>()
  const close = (id: ID) => closed.add(open(document, id, closed).id)

  const complete = (draft: Operation.Draft): Item => {
    const id = next(counting, draft.kind)
    for (const source of draft.sources) check(isQuoted(source, facts, document), "quote", id)
    check(draft.evidence !== "confirmed", "evidence", id)
    check(draft.kind !== "unsorted", "shape", id)
    if (facts.isVerbatim && draft.evidence === "stated" && draft.kind !== "question")
      check(isVerbatim(draft.text, draft.sources, document.language), "words", id)
    const dependsOn = draft.dependsOn.map((one) => handles.get(one) ?? one)
    for (const one of dependsOn) check(there.has(one) && one !== id, "dangling", `${id} on ${one}`)
    const isTheirs = draft.evidence === "stated" || draft.evidence === "from_document"
    const item = {
      ...draft,
      ...(draft.kind === "requirement" && { criteria: numbered(draft.criteria, id) }),
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

  const checked = (proposal: Operation.Proposal): Operation.Info => {
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
          fields: merged(open(document, proposal.id, closed), proposal.fields, there),
        }
      case "retire":
        close(proposal.id)
        return { op: "retire", id: proposal.id, reason: proposal.reason }
      case "answer": {
        check(open(document, proposal.id, closed).kind === "question", "shape", proposal.id)
        for (const source of proposal.sources) check(isQuoted(source, facts, document), "quote", proposal.id)
        return { op: "answer", id: proposal.id, text: proposal.text, sources: proposal.sources }
      }
      case "sort": {
        const item = open(document, proposal.id, closed)
        close(proposal.id)
        const sorted = Sort.sort(item, proposal.kind, next(counting, proposal.kind), version, proposal.evidence)
        if (!sorted) throw new ProposalRefusedError("shape", proposal.id)
        return { op: "supersede", id: proposal.id, item: sorted }
      }
      case "link": {
        const to = handles.get(proposal.to) ?? proposal.to
        check(there.has(to) && to !== proposal.id, "dangling", `${proposal.id} on ${to}`)
        return { op: "link", id: open(document, proposal.id, closed).id, to }
      }
    }
  }
  return proposals.map((proposal, place) => {
    try {
      return checked(proposal)
    } catch (error) {
      if (error instanceof ProposalRefusedError) error.place = place
      throw error
    }
  })
}

/** A line that an interviewer may change, and that this patch has not closed yet. */
function open(document: Document, id: ID, closed: ReadonlySet<ID>): Item {
  const item = document.items.find((one) => one.id === id)
  if (!item) throw new ProposalRefusedError("unknown", id)
  check(isLive(item) && !closed.has(id), "closed", id)
  check(item.locked === "none", "locked", id)
  return item
}

/** Fields that belong to the line's kind and leave it whole. */
function merged(item: Item, fields: Record<string, unknown>, there: ReadonlySet<ID>): Record<string, unknown> {
  for (const name of Object.keys(fields)) check(!KEPT.has(name), "shape", `${item.id}.${name}`)
  const parsed = Item.safeParse({ ...item, ...fields })
  if (!parsed.success) throw new ProposalRefusedError("shape", `${item.id}.${parsed.error.issues[0]?.path.join(".")}`)
  const before = new Set([...item.dependsOn, ...namedBy(item)])
  for (const other of [...parsed.data.dependsOn, ...namedBy(parsed.data)])
    check(before.has(other) || (there.has(other) && other !== item.id), "dangling", `${item.id} on ${other}`)
  return fields
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

function numbered(criteria: Extract<Operation.Draft, { kind: "requirement" }>["criteria"], id: ID) {
  const number = id.slice(id.indexOf("-") + 1)
  return criteria.map((criterion, index) => ({ ...criterion, id: `AC-${number}.${index + 1}` }))
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
