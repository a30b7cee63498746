import { artefactAt, endOf, mayBegin } from "./artefact.ts"
import type { ToolCall } from "./tool-call.ts"
import { callsIn, mayBecome, OPENINGS, type Written, writtenAt } from "./written.ts"

/** `calls`: those of tools that stood in the text, once it has ended. */
export type Speech = { push(piece: string): string; end(): string; calls(): ToolCall[] }

/** For what is not meant for a reader. */
export const verbatim = (): Speech => ({ push: (piece) => piece, end: () => "", calls: () => [] })

/**
 * What a visitor reads of what a model writes, piece by piece: without tool calls and thoughts that a model writes into its text,
 * without blanks at either end. Text that may yet turn out to be the beginning of such a thing is held back until it is clear.
 */
export function speech(): Speech {
  let held = ""
  let blank = ""
  let hasSpoken = false
  let isLineStart = true
  let inside: Written | undefined
  /** The last character that was looked at. */
  let before = ""
  const taken: string[] = []

  /** Blanks are said only once words follow them. */
  const say = (text: string): string => {
    if (text === "") return ""
    const words = text.trimEnd()
    isLineStart = words === "" ? isLineStart || text.includes("\n") : /\n[ \t]*$/.test(text)
    if (words === "") {
      blank += text
      return ""
    }
    const lead = words.slice(0, words.length - words.trimStart().length)
    const gap = blank + lead
    blank = text.slice(words.length)
    const said = (hasSpoken ? gap.replace(/\s*\n\s*\n\s*/g, "\n\n") : "") + words.slice(lead.length)
    hasSpoken = true
    return said
  }

  const clear = (isLast: boolean): string => {
    let said = ""
    for (;;) {
      if (inside) {
        const end = inside.endIn(held)
        if (end === undefined && !isLast) return said
        taken.push(held.slice(0, end))
        held = end === undefined ? "" : held.slice(end)
        before = ""
        inside = undefined
      }
      const { at, found } = next(isLast)
      said += say(held.slice(0, at))
      before = at > 0 ? (held.slice(0, at).at(-1) ?? "") : before
      held = held.slice(at)
      if (!found) return said
      inside = found
    }
  }

  /** Where the text that is clear ends: at an artefact, at what may become one, or at its end. */
  const next = (isLast: boolean): { at: number; found?: Written } => {
    for (const { index: at } of held.matchAll(OPENINGS)) {
      if (at === 0 && LETTER.test(before) && LETTER.test(held)) continue // in the middle of a word
      const rest = held.slice(at)
      const lead = held.slice(0, at)
      const startsLine = /\n[ \t]*$/.test(lead) || (isLineStart && lead.trim() === "")
      const isFirst = !hasSpoken && lead.trim() === ""
      const found = writtenAt(rest, isFirst)
      if (found) return { at, found }
      if (!isLast && mayBecome(rest, isFirst)) return { at }
      const artefact = artefactAt(rest, startsLine)
      if (artefact) return { at, found: { endIn: (text) => endOf(artefact, text) } }
      if (!isLast && mayBegin(rest, startsLine)) return { at }
    }
    return { at: held.length }
  }

  return {
    push(piece) {
      held += piece
      return clear(false)
    },
    end: () => clear(true),
    calls: () => callsIn(taken),
  }
}

const LETTER = /^[\p{L}\p{N}_]/u
