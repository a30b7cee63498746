import { type Document, type ID, type Item, isLive, type Kind, prefixes, type Source } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { isAgreed } from "./criterion.ts"
import { type Fault, ProposalRefusedError } from "./error.ts"
import { isEnough } from "./evidence.ts"

/** What checks need to know beside the document. */
export type Facts = {
  /** The text of a message as it is stored, undefined for one that is not at hand. */
  textOf(messageId: string): string | undefined
  /** What is marked as said has to be in the visitor's own words; then no more is asked of its evidence. */
  isVerbatim?: true | undefined
}

export function check(holds: boolean, fault: Fault, subject: string): asserts holds {
  if (!holds) throw new ProposalRefusedError(fault, subject)
}

/** Proposals on their way into one patch: what has its number already, what is closed, and who is who. */
export class Resolution {
  readonly document: Document
  readonly facts: Facts
  /** That the patch makes. */
  readonly version: number
  /** Lines as this patch leaves them so far. */
  readonly lines: Map<ID, Item>
  /** What a line may name: lines that count, and all of this patch. */
  readonly there: Set<ID>
  /** Which line takes whose place. */
  readonly heirs = new Map<ID, ID>()
  readonly closed = new Set<ID>()
  readonly #handles = new Map<string, ID>()
  readonly #used: Document["used"]

  constructor(document: Document, proposals: readonly Operation.Proposal[], facts: Facts) {
    this.document = document
    this.facts = facts
    this.version = document.version + 1
    this.lines = new Map(document.items.map((item) => [item.id, item]))
    this.there = new Set(document.items.filter(isLive).map(({ id }) => id))
    this.#used = { ...document.used }
    const ahead = { ...document.used }
    for (const proposal of proposals) {
      const kind = kindOf(proposal)
      if (!kind) continue
      const id = next(ahead, kind)
      this.there.add(id)
      if ("as" in proposal && proposal.as) this.#handles.set(proposal.as, id)
      if (proposal.op === "supersede" || proposal.op === "sort") this.heirs.set(proposal.id, id)
    }
  }

  next(kind: Kind): ID {
    return next(this.#used, kind)
  }

  /** The line meant by an id or a handle; for one that is superseded, the one in its place. */
  named(name: string): string {
    const id = this.#handles.get(name) ?? name
    return this.heirs.get(id) ?? id
  }

  /** A line that an interviewer may change, and that this patch has not closed yet. */
  open(id: ID): Item {
    const item = this.lines.get(id)
    if (!item) throw new ProposalRefusedError("unknown", id)
    check(isLive(item) && !this.closed.has(id), "closed", id)
    check(item.locked === "none", "locked", id)
    return item
  }

  close(id: ID): Item {
    const item = this.open(id)
    this.closed.add(id)
    return item
  }

  /** `isProof`: something is to stand by them that somebody said. */
  quoted(sources: readonly Source[], subject: string, isProof: boolean): void {
    for (const source of sources) {
      const text = this.facts.textOf(source.messageId)
      check(isQuoted(source, text, this.document), "quote", subject)
      const isKnown = this.document.items.some(({ sources: own }) => own.some((one) => isSame(one, source)))
      check(this.facts.isVerbatim === true || !isProof || isKnown || isEnough(source, text), "short", subject)
    }
  }

  /** The quotes that make a change of what was said or agreed to: those that the line does not go by already. */
  fresh(item: Item, sources: readonly Source[] = []): Source[] {
    this.quoted(sources, item.id, isAgreed(item))
    return sources.filter((source) => !item.sources.some((one) => isWithin(source, one)))
  }
}

function kindOf(proposal: Operation.Proposal): Kind | undefined {
  if ("item" in proposal) return proposal.item.kind
  if (proposal.op === "sort") return proposal.kind
  return proposal.op === "dispute" ? "question" : undefined
}

function next(used: Document["used"], kind: Kind): ID {
  const number = (used[kind] ?? 0) + 1
  used[kind] = number
  return `${prefixes[kind]}-${number}`
}

const isSame = (one: Source, other: Source) =>
  one.messageId === other.messageId && one.start === other.start && one.end === other.end

const isWithin = (one: Source, other: Source) =>
  one.messageId === other.messageId && one.start >= other.start && one.end <= other.end

/** Both, none twice. */
export const joined = (own: readonly Source[], more: readonly Source[]): Source[] => [
  ...own,
  ...more.filter((source, at) => ![...own, ...more.slice(0, at)].some((one) => isSame(one, source))),
]

/** Verbatim in a message at hand, or part of a quote that the document has already. */
function isQuoted(source: Source, text: string | undefined, { items }: Document): boolean {
  const { quote, start, end } = source
  if (end <= start) return false
  if (text !== undefined) return text.slice(start, end) === quote
  const checks = items.flatMap((item) => (item.kind === "requirement" ? item.criteria : []))
  return [...items, ...checks].some(({ sources }) =>
    sources.some(
      (known) => isWithin(source, known) && known.quote.slice(start - known.start, end - known.start) === quote,
    ),
  )
}
