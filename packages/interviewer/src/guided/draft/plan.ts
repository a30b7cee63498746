import type { ID } from "@spec-wizard/core/protocol/document"
import type { Proposal } from "@spec-wizard/core/protocol/operation"
import type { Line } from "./line.ts"

/** What is going to be proposed, before new lines have their numbers: a line, or a change of an older one, which may name a new line. */
export type Change =
  | { line: Line; replaces?: ID }
  | { proposal: Exclude<Proposal, { item: unknown }> }
  | { link: { id: ID; to: Line } }
  | { group: { id: ID; feature: ID | Line } }

export const add = (line: Line): Change => ({ line })
export const isLine = (change: Change): change is Extract<Change, { line: Line }> => "line" in change

/** The line that no longer counts after it. */
export const goneBy = (change: Change): ID[] => {
  if (isLine(change)) return change.replaces === undefined ? [] : [change.replaces]
  return "proposal" in change && change.proposal.op === "retire" ? [change.proposal.id] : []
}
