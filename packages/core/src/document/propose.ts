import type { Document, ID, Item } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { advance } from "./apply.ts"
import { list, set } from "./change.ts"
import { complete } from "./complete.ts"
import { isAgreed } from "./criterion.ts"
import { dispute, doubted, settled } from "./dispute.ts"
import { ProposalRefusedError } from "./error.ts"
import { isMeant } from "./evidence.ts"
import { follow } from "./follow.ts"
import { check, type Facts, joined, Resolution } from "./resolution.ts"
import * as Sort from "./sort.ts"

export type { Facts } from "./resolution.ts"

/**
 * What an interviewer proposed, as far as it holds: a proposal that is refused is left out alone, with what depends on it.
 * `refused` says why, in the order in which it was found; their places are those among all `proposals`.
 */
export function accept(
  document: Document,
  proposals: readonly Operation.Proposal[],
  facts: Facts,
): { operations: Operation.Info[]; refused: ProposalRefusedError[] } {
  const refused: ProposalRefusedError[] = []
  const kept = [...proposals.entries()]
  for (;;) {
    try {
      const all = kept.map(([, proposal]) => proposal)
      return { operations: resolve(document, all, facts), refused }
    } catch (error) {
      if (!(error instanceof ProposalRefusedError) || error.place === undefined) throw error
      const [gone] = kept.splice(error.place, 1)
      if (gone) error.place = gone[0]
      refused.push(error)
    }
  }
}

/**
 * What an interviewer proposed, numbered and complete. All of it or nothing.
 * @throws {ProposalRefusedError}
 */
export function resolve(document: Document, proposals: readonly Operation.Proposal[], facts: Facts): Operation.Info[] {
  const on = new Resolution(document, proposals, facts)
  const disputed: { about: ID[]; text: string }[] = []
  const answered = new Set<ID>()
  const operations = proposals.map((proposal, place) => {
    try {
      if (proposal.op === "answer") answered.add(proposal.id)
      if (proposal.op !== "dispute") return resolved(on, proposal)
      const { question, about } = dispute(on, proposal)
      disputed.push({ about, text: question.text })
      return put(on, question)
    } catch (error) {
      if (error instanceof ProposalRefusedError) error.place = place
      throw error
    }
  })
  if (on.heirs.size + disputed.length + answered.size === 0) return operations
  const after = advance(document, { version: on.version, operations })
  return [
    ...operations,
    ...follow(after, on.heirs),
    ...disputed.flatMap(({ about, text }) => doubted(after, about, text)),
    ...settled(after, answered),
  ]
}

function resolved(on: Resolution, proposal: Exclude<Operation.Proposal, { op: "dispute" }>): Operation.Info {
  switch (proposal.op) {
    case "add":
    case "ask":
      return put(on, complete(on, proposal.item, proposal))
    case "supersede": {
      const old = on.close(proposal.id)
      const item = complete(on, proposal.item, { old, ranked: proposal.ranked })
      check(on.facts.isVerbatim === true || !isAgreed(old) || isAgreed(item), "unquoted", proposal.id)
      on.lines.set(item.id, item)
      return { op: "supersede", id: proposal.id, item }
    }
    case "set":
      return set(on, proposal)
    case "addTo":
    case "removeFrom":
      return list(on, proposal)
    case "retire": {
      const item = on.close(proposal.id)
      const sources = on.fresh(item, proposal.sources)
      // What was never sorted may say nothing for the document: its own words show it.
      const said = item.kind === "unsorted" ? (proposal.sources ?? []) : sources
      check(on.facts.isVerbatim === true || !isAgreed(item) || said.length > 0, "unquoted", proposal.id)
      check(joined(item.sources, sources).length <= MAX_SOURCES, "shape", `${proposal.id}.sources`)
      return { op: "retire", id: proposal.id, reason: proposal.reason, ...(sources.length > 0 && { sources }) }
    }
    case "answer":
      return answer(on, proposal)
    case "sort": {
      const item = on.close(proposal.id)
      const sorted = Sort.sort(item, proposal.kind, on.next(proposal.kind), on.version, proposal.evidence)
      if (!sorted) throw new ProposalRefusedError("shape", proposal.id)
      on.lines.set(sorted.id, sorted)
      return { op: "supersede", id: proposal.id, item: sorted }
    }
    case "link": {
      const to = on.named(proposal.to)
      check(on.there.has(to) && to !== proposal.id, "dangling", `${proposal.id} on ${to}`)
      const item = on.open(proposal.id)
      on.lines.set(item.id, { ...item, dependsOn: [...new Set([...item.dependsOn, to])] })
      return { op: "link", id: item.id, to }
    }
  }
}
const MAX_SOURCES = 20

function put(on: Resolution, item: Item): Operation.Info {
  on.lines.set(item.id, item)
  return { op: "add", item }
}

/** In words of its own an interviewer answers with what was quoted for it, and no more. */
function answer(on: Resolution, { id, text, sources }: Extract<Operation.Proposal, { op: "answer" }>): Operation.Info {
  check(on.open(id).kind === "question", "shape", id)
  on.quoted(sources, id, true)
  if (!on.facts.isVerbatim) {
    check(sources.length > 0, "unquoted", id)
    check(isMeant([text], sources, on.document.language), "words", id)
  }
  return { op: "answer", id, text, sources }
}
