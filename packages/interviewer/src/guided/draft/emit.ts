import { type ID, type Item, type Kind, prefixes } from "@spec-wizard/core/protocol/document"
import type { Draft, Proposal } from "@spec-wizard/core/protocol/operation"
import * as Fit from "./fit.ts"
import { type Line, line, RULE, told } from "./line.ts"
import type { Making } from "./making.ts"
import { add, type Change, goneBy, isLine } from "./plan.ts"
import type { View } from "./view.ts"

/** Lines one message may bring; more than anybody reads at once. */
const MAX_LINES = 100
/** Of all changes. */
const MAX_PROPOSALS = 120

/** Changes as they are proposed. New lines are numbered as code will number them, because only `dependsOn` can name them by their handle. */
export function emit(changes: readonly Change[], making: Making, { document, live }: View): Proposal[] {
  const kept = bounded(consistent(changes), making)
  const lines = kept.filter(isLine)
  const used: Partial<Record<Kind, number>> = { ...document.used }
  const numbers = new Map<Line, { id: ID; handle: `$${number}` }>()
  for (const [index, { line }] of lines.entries()) {
    const { kind } = line.draft
    const number = (used[kind] ?? 0) + 1
    used[kind] = number
    numbers.set(line, { id: `${prefixes[kind]}-${number}`, handle: `$${index + 1}` })
  }
  const successors = new Map<ID, ID | undefined>(kept.flatMap(goneBy).map((id) => [id, undefined]))
  for (const { line, replaces } of lines) if (replaces) successors.set(replaces, numbers.get(line)?.id)
  const idOf = (one: ID | Line) => (typeof one === "string" ? standing(one) : numbers.get(one)?.id)
  const counting = new Set(live.map(({ id }) => id))
  const standing = (id: ID): ID | undefined =>
    successors.has(id) ? successors.get(id) : counting.has(id) ? id : undefined
  const proposals = kept.flatMap((change): Proposal[] => {
    if (!isLine(change)) {
      if ("proposal" in change) return [change.proposal]
      if ("link" in change) {
        const to = numbers.get(change.link.to)?.handle
        return to && !successors.has(change.link.id) ? [{ op: "link", id: change.link.id, to }] : []
      }
      const feature = idOf(change.group.feature)
      return feature && !successors.has(change.group.id)
        ? [{ op: "set", id: change.group.id, fields: { feature } }]
        : []
    }
    const { line, replaces } = change
    const handle = numbers.get(line)?.handle
    const item = finished(line, { idOf, handleOf: (other) => numbers.get(other)?.handle })
    const named = handle && { as: handle }
    if (replaces !== undefined) return [{ op: "supersede", id: replaces, item, ...named }]
    return [item.kind === "question" ? { op: "ask", item, ...named } : { op: "add", item, ...named }]
  })
  return [...proposals, ...rehung(live, successors, proposals)].slice(0, MAX_PROPOSALS)
}

type Names = { idOf: (one: ID | Line) => ID | undefined; handleOf: (line: Line) => string | undefined }

function finished({ draft, serves, depends = [], feature, blocks, enforces }: Line, { idOf, handleOf }: Names): Draft {
  const own = serves.map(handleOf).filter((one) => one !== undefined)
  const older = depends.map(idOf).filter((one) => one !== undefined)
  const dependsOn = [...new Set([...own, ...older])]
  if (draft.kind === "question") {
    const held = [...new Set([...(draft.blocks ?? []), ...blocks].map(idOf).filter((one) => one !== undefined))].slice(
      0,
      20,
    )
    const { blocks: _, ...rest } = draft
    return { ...rest, dependsOn, ...Fit.field("blocks", held) }
  }
  if (draft.kind !== "requirement") return { ...draft, dependsOn }
  const group = feature && idOf(feature)
  const rule = enforces && idOf(enforces)
  const { if: unwanted, shall } = draft.ears
  const ears = rule
    ? { ...draft.ears, shall: shall.replace(RULE, rule), ...(unwanted && { if: unwanted.replace(RULE, rule) }) }
    : draft.ears
  return { ...draft, ears, dependsOn, ...Fit.field("feature", group) }
}

/** What depended on a line that no longer counts depends on its successor. */
function rehung(
  live: readonly Item[],
  successors: ReadonlyMap<ID, ID | undefined>,
  proposals: readonly Proposal[],
): Proposal[] {
  if (successors.size === 0) return []
  const isTouched = new Set(proposals.flatMap((one) => ("id" in one ? [one.id] : [])))
  const follow = (ids: readonly ID[]) => [
    ...new Set(ids.flatMap((id) => (successors.has(id) ? (successors.get(id) ?? []) : [id]))),
  ]
  return live.flatMap((item): Proposal[] => {
    if (item.locked !== "none" || successors.has(item.id) || isTouched.has(item.id)) return []
    const fields = {
      ...(item.dependsOn.some((id) => successors.has(id)) && { dependsOn: follow(item.dependsOn) }),
      ...(item.kind === "question" && item.blocks?.some((id) => successors.has(id)) && { blocks: follow(item.blocks) }),
    }
    return Object.keys(fields).length > 0 ? [{ op: "set", id: item.id, fields }] : []
  })
}

/** Every older line is closed once, and not changed beside: two statements may speak of the same one, and the first counts. */
function consistent(changes: readonly Change[]): Change[] {
  const closed = new Set<ID>()
  const once = changes.flatMap((change): Change[] => {
    const [id] = goneBy(change)
    if (id === undefined) return [change]
    if (closed.has(id)) return isLine(change) ? [add(change.line)] : []
    closed.add(id)
    return [change]
  })
  return once.filter(
    (change) => !("proposal" in change) || change.proposal.op === "retire" || !closed.has(change.proposal.id),
  )
}

/** As many lines as one message may bring, a question for the rest, and as many other changes as there is room for. */
function bounded(all: readonly Change[], { wording, heard }: Making): Change[] {
  let others = 0
  const changes = all.filter((change) => isLine(change) || ++others < MAX_PROPOSALS - MAX_LINES)
  const count = changes.filter(isLine).length
  if (count <= MAX_LINES) return changes
  let taken = 0
  const kept = changes.filter((change) => !isLine(change) || ++taken <= MAX_LINES)
  const [first] = heard.notes.slice(-1)
  const sources = first && first.source.end > first.source.start ? [Fit.source(first.source)] : []
  const rest = line(
    {
      kind: "question",
      ...told({ evidence: "inferred", sources }),
      text: Fit.paragraph(wording.ask.rest(count - MAX_LINES)),
      why: wording.ask.restWhy,
      impact: 7,
      uncertainty: 9,
    },
    "scope",
  )
  return [...kept, add(rest)]
}
