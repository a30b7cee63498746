import { render } from "@spec-wizard/core/document/ears"
import { type Document, type Ears, type ID, type Kind, prefixes } from "@spec-wizard/core/protocol/document"
import type { Draft, Proposal } from "@spec-wizard/core/protocol/operation"
import type { Meant } from "./read.ts"

/**
 * What was meant, as proposals for a document: the same for the same document. Handles may stand wherever an id may; only `dependsOn` and
 * `link` know them further on, so elsewhere they become the numbers that code is going to give.
 */
export function proposals(changes: readonly Meant[], document: Document): Proposal[] {
  const numbers = numbered(changes, document)
  const named = (name: unknown) => (typeof name === "string" ? (numbers.get(name) ?? name) : name)
  const { language } = document
  return changes.map((change) => proposal(change, document, (meant) => draft(meant, named, language), named))
}

function proposal(change: Meant, document: Document, drafted: (change: Meant) => Draft, named: Named): Proposal {
  const { op, id = "", as, reason = "", text = "", to = "", sources } = change
  const handle = as && { as: handleOf(as) }
  switch (op) {
    case "add": {
      const item = drafted(change)
      return item.kind === "question" ? { op: "ask", item, ...handle } : { op, item, ...handle }
    }
    case "supersede":
      return { op, id, item: drafted(change), ...handle }
    case "set":
      return { op, id, fields: fields(change, document, named) }
    case "retire":
      return { op, id, reason }
    case "answer":
      return { op, id, text, sources }
    case "link":
      return { op, id, to }
  }
}

/** A `$` too few or one too many is no other handle. */
const handleOf = (name: string) => `$${name.replace(/^\$+/, "")}` as const

type Named = (name: unknown) => unknown

/** The ids that new lines are going to have, by their handles. */
function numbered(changes: readonly Meant[], { used }: Document): Map<string, ID> {
  const counted: Partial<Record<Kind, number>> = { ...used }
  const numbers = new Map<string, ID>()
  for (const { op, kind, as } of changes) {
    if ((op !== "add" && op !== "supersede") || !kind) continue
    const number = (counted[kind] ?? 0) + 1
    counted[kind] = number
    if (as) numbers.set(handleOf(as), `${prefixes[kind]}-${number}`)
  }
  return numbers
}

function draft(change: Meant, named: Named, language: Document["language"]): Draft {
  const { kind, title, text, evidence, sources, priority, dependsOn = [], rationale, ears, criteria = [] } = change
  const line = {
    ...own(change, named),
    kind,
    ...(kind === "requirement" && ears
      ? { ears: sentence(ears), text: render(sentence(ears), language), criteria: criteria.map(guessed) }
      : { text }),
    evidence,
    sources,
    dependsOn,
    ...(title && { title }),
    ...(priority && { priority }),
    ...(rationale && { rationale }),
  }
  return line as Draft // every line is checked against the schema of its kind before it is taken
}

/** Criteria that are set are added to those there are, under the next numbers. */
function fields(change: Meant, document: Document, named: Named): Record<string, unknown> {
  const { id, title, text, priority, dependsOn, rationale, ears, criteria } = change
  const item = document.items.find((one) => one.id === id)
  const known = item?.kind === "requirement" ? item.criteria : []
  const number = id?.slice(id.indexOf("-") + 1)
  const last = Math.max(0, ...known.map((one) => Number(one.id.slice(one.id.indexOf(".") + 1))))
  return {
    ...own(change, named),
    ...(title && { title }),
    ...(text && item?.kind !== "requirement" && { text }),
    ...(priority && { priority }),
    ...(dependsOn && { dependsOn: dependsOn.map(named) }),
    ...(rationale && { rationale }),
    ...(ears && { ears: sentence(ears), text: render(sentence(ears), document.language) }),
    ...(criteria && {
      criteria: [
        ...known,
        ...criteria.map((one, index) => ({ ...guessed(one), id: `AC-${number}.${last + index + 1}` })),
      ],
    }),
  }
}

/** Nobody has said yet that this is how they would see it. */
const guessed = <C extends object>(criterion: C) => ({ ...criterion, evidence: "inferred" as const, sources: [] })

/** Fields of its kind. */
function own({ details = {} }: Meant, named: Named): Record<string, unknown> {
  const { feature, blocks, ...rest } = details
  return {
    ...rest,
    ...(feature !== undefined && { feature: named(feature) }),
    ...(Array.isArray(blocks) && { blocks: blocks.map(named) }),
  }
}

const PATTERNS = { where: "optional", while: "state", when: "event", if: "unwanted" } as const

/** Which pattern a sentence follows is told by the parts it has. */
function sentence({ where, while: during, when, if: unwanted, system, shall }: NonNullable<Meant["ears"]>): Ears {
  const parts = {
    ...(where && { where }),
    ...(during && { while: during }),
    ...(when && { when }),
    ...(unwanted && { if: unwanted }),
  }
  const [first, ...others] = Object.keys(PATTERNS).filter((name) => name in parts) as (keyof typeof PATTERNS)[] // its keys
  const pattern = others.length > 0 ? "complex" : first ? PATTERNS[first] : "ubiquitous"
  return { pattern, ...parts, system, shall }
}
