import { isLive } from "@spec-wizard/core/protocol/document"
import type { Line, Message, Written } from "../run.ts"
import { ENOUGH, holds, type Span } from "../span.ts"
import { hasWords } from "../words.ts"
import type { Brief } from "./brief.ts"

/** A run beside its key, as every part of the ruler reads it. */
export type Reading = Written & {
  key: Brief
  visitor: Message[]
  /** Lines that still count. */
  live: Line[]
  /** Those of them that somebody has given a kind. */
  placed: Line[]
}

export function read({ messages, items }: Written, key: Brief): Reading {
  const live = items.filter(isLive)
  return {
    messages,
    items,
    key,
    visitor: messages.filter(({ role }) => role === "visitor"),
    live,
    placed: live.filter(({ kind }) => kind !== "unsorted"),
  }
}

export const shows = (line: Line, span: Span): boolean =>
  holds(span, [line]) ||
  hasWords([line.text, line.why, line.remark, ...(line.choices ?? [])].join(" "), span.phrase, ENOUGH)

/** Quotes longer than this, and so many times longer than the fact, are a text and no quote of the fact. */
const WHOLE_TEXT = 300
const FAR_LONGER = 4

/** The length of the line's longest quote that touches it. */
export const longest = ({ sources }: Line, { messageId, start, end }: Span): number =>
  Math.max(
    0,
    ...sources
      .filter((source) => source.messageId === messageId && source.start < end && source.end > start)
      .map((source) => source.end - source.start),
  )

export const isLump = (line: Line, span: Span): boolean =>
  longest(line, span) > Math.max(WHOLE_TEXT, FAR_LONGER * span.phrase.length)
