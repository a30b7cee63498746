import { advance } from "@spec-wizard/core/document/apply"
import { conserve } from "@spec-wizard/core/document/conserve"
import { accept } from "@spec-wizard/core/document/propose"
import type { Changes } from "@spec-wizard/core/interviewer"
import { type Document, type Item, type ItemOf, isLive, type Kind } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import * as Memory from "../memory.ts"

/** The document as this message will leave it, as far as nobody else changes it meanwhile. */
export function after(document: Document, message: Message.Info, changes: Changes): Document {
  const began = document.items.length === 0 ? { ...document, language: changes.language } : document
  const facts = {
    textOf: (id: string) => (id === message.id ? message.text : undefined),
    isVerbatim: changes.isVerbatim,
  }
  const version = document.version + 1
  const { operations } = accept(began, changes.propose(began), facts)
  const changed = advance(began, { version, operations })
  return advance(changed, { version, operations: conserve(changed, message, changes.asides ?? []) })
}

export const liveOf = <K extends Kind>({ items }: Document, kind: K): ItemOf<K>[] =>
  items.filter((item): item is ItemOf<K> => item.kind === kind && isLive(item))

/** Where the words of a line stand, by which it is found again: the last of them, since a heading before them may belong to more lines. */
export function placeOf({ sources }: Item): Memory.Place | undefined {
  const source = sources.findLast(({ context }) => !context)
  return source && Memory.placeOf(source)
}

/** The line of a kind that has these words now: one that counts, if there is one. */
export function lineAt<K extends Kind>({ items }: Document, place: Memory.Place, kind: K): ItemOf<K> | undefined {
  const there = items.filter(
    (item): item is ItemOf<K> =>
      item.kind === kind && item.sources.some((source) => !source.context && Memory.isSame(place, source)),
  )
  return there.find(isLive) ?? there.at(-1)
}

/** Which of two sayings holds: questions that stand open in the document, with both among their choices. */
export const disputes = (document: Document): ItemOf<"question">[] =>
  liveOf(document, "question").filter(
    ({ state, cue, choices }) => state !== "accepted" && cue === "contradiction" && choices?.length === 2,
  )

/** By what a contradiction is found again: the older words, and the newer. */
export const sidesOf = ({ sources }: Item): Memory.Place[] =>
  [...sources.slice(0, 1), ...sources.slice(-1)].map(Memory.placeOf)

export const disputeAt = (document: Document, places: readonly Memory.Place[]): ItemOf<"question"> | undefined =>
  disputes(document).find((item) => {
    const sides = sidesOf(item)
    return places.every((place, index) => sides[index] && Memory.isSame(place, sides[index]))
  })

/** What a check is agreed on next: what they called a must, then what they said first. */
export function unchecked(document: Document): ItemOf<"requirement">[] {
  const open = liveOf(document, "requirement").filter(
    ({ criteria, priority, evidence }) =>
      criteria.length === 0 && evidence !== "inferred" && (priority === undefined || priority === "must"),
  )
  return [...open.filter(({ priority }) => priority === "must"), ...open.filter(({ priority }) => priority !== "must")]
}

type Span = { start: number; end: number }

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** What of a message is quoted by what was proposed. */
export const quotedIn = (proposals: readonly Operation.Proposal[], { id }: Message.Info): Span[] =>
  proposals
    .flatMap((proposal) => ("item" in proposal ? proposal.item.sources : "sources" in proposal ? proposal.sources : []))
    .filter(({ messageId }) => messageId === id)
