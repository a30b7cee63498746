import type { Fault, ProposalRefusedError } from "@spec-wizard/core/document/error"
import { accept } from "@spec-wizard/core/document/propose"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import { isList } from "./field.ts"
import type { Faulty, Meant } from "./meant.ts"
import { handleOf } from "./name.ts"
import { proposed } from "./propose.ts"

const told: Record<Fault, string> = {
  locked: "is locked; it cannot be changed",
  unknown: "does not stand in the document",
  closed: "no longer counts, or is closed by another change of this call",
  quote: "is stated, but goes by no quote that stands in a message",
  dangling: "names a line that does not count or is not there",
  short: "goes by a quote of one word; quote two words or more, or a whole line, cell or sentence",
  unquoted:
    "was said or agreed to, and changes only with a new quote of the visitor that says so; if you conclude it, add an inferred line beside it",
  words: "has a number or a negation that its quotes lack, or lacks one that they have",
  evidence: "claims an agreement that only the visitor can give",
  shape: "does not fit: a field is missing, too long, or belongs to another kind of line",
}

const LIST = "would be replaced; lists change by addTo and removeFrom"

export type Checked = {
  good: Meant[]
  /** Good but for a handle that another change was to give, which has a fault itself. */
  waiting: Meant[]
  faulty: Faulty[]
}

type Facts = { document: Document; messages: readonly Message.Info[] }

/**
 * Which changes would be taken, change by change: one has a fault when anything that it comes to is refused. `lost`: handles of changes that could
 * not be read.
 */
export function checked(changes: readonly Meant[], facts: Facts, lost: readonly string[] = []): Checked {
  const handles = new Set<string>(lost.map(handleOf))
  const faulty: Faulty[] = []
  const waiting: Meant[] = []
  let good = [...changes]
  for (;;) {
    const late = good.filter((change) => namesOf(change).some((name) => handles.has(name)))
    if (late.length > 0) {
      waiting.push(...late)
      for (const { as } of late) if (as) handles.add(handleOf(as))
      good = good.filter((change) => !late.includes(change))
      continue
    }
    const refused = refusedOf(good, facts)
    if (refused.length === 0) return { good, waiting, faulty }
    // What another's fault leaves without a name to refer to is looked at again without that one.
    const own = refused.filter(({ error }) => error.fault !== "dangling")
    for (const { change, error } of own.length > 0 ? own : refused) {
      if (!good.includes(change)) continue
      good = good.filter((one) => one !== change)
      if (change.as) handles.add(handleOf(change.as))
      if (Object.keys(change.raw).length > 0) faulty.push({ raw: change.raw, fault: faultOf(error) })
    }
  }
}

/** Those that wait for nobody, without what they wait for. */
export const loosened = (waiting: readonly Meant[], good: readonly Meant[]): Meant[] => {
  const given = new Set<string>([...good, ...waiting].flatMap(({ as }) => (as ? handleOf(as) : [])))
  const isThere = (name: unknown) => typeof name !== "string" || !name.startsWith("$") || given.has(name)
  return waiting
    .filter(({ op, to }) => op !== "link" || isThere(to))
    .map(({ dependsOn, details, ...change }) => {
      const { feature, blocks, ...rest } = details ?? {}
      const own = {
        ...rest,
        ...(feature !== undefined && isThere(feature) && { feature }),
        ...(Array.isArray(blocks) && { blocks: blocks.filter(isThere) }),
      }
      return { ...change, ...(dependsOn && { dependsOn: dependsOn.filter(isThere) }), ...(details && { details: own }) }
    })
}

type Refused = { change: Meant; error: ProposalRefusedError }

function refusedOf(changes: readonly Meant[], { document, messages }: Facts): Refused[] {
  const texts = new Map<string, string>(messages.map(({ id, text }) => [id, text]))
  const all = changes.flatMap((change) => proposed(change, document).map((proposal) => ({ change, proposal })))
  const proposals: Operation.Proposal[] = all.map(({ proposal }) => proposal)
  const { refused } = accept(document, proposals, { textOf: (id) => texts.get(id) })
  return refused.flatMap((error) => {
    const change = error.place === undefined ? undefined : all[error.place]?.change
    return change ? [{ change, error }] : []
  })
}

function faultOf({ fault, subject }: ProposalRefusedError): string {
  const field = subject.slice(subject.indexOf(".") + 1)
  return `${subject} ${fault === "shape" && isList(field) ? LIST : told[fault]}`
}

/** Handles that a change names. */
function namesOf({ dependsOn = [], details = {}, to, ids = [], values = [] }: Meant): string[] {
  const { feature, blocks } = details
  const names = [...dependsOn, feature, ...(Array.isArray(blocks) ? blocks : []), to, ...ids, ...values]
  return names.filter((name): name is string => typeof name === "string" && name.startsWith("$"))
}
