import { type Artefact, artefactAt, endOf, mayBegin } from "./artefact.ts"

export type Speech = { push(piece: string): string; end(): string }

/** For what is not meant for a reader. */
export const verbatim = (): Speech => ({ push: (piece) => piece, end: () => "" })

/**
 * What a visitor reads of what a model writes, piece by piece: without tool calls and thoughts that a model writes into its text,
 * without blanks at either end. Text that may yet turn out to be the beginning of such a thing is held back until it is clear.
 */
export function speech(): Speech {
  let held = ""
  let blank = ""
  let hasSpoken = false
  let isLineStart = true
  let inside: Artefact | undefined

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
        const end = endOf(inside, held)
        if (end === undefined) return said
        held = held.slice(end)
        inside = undefined
      }
      const { at, found } = next(isLast)
      said += say(held.slice(0, at))
      held = held.slice(at)
      if (!found) return said
      inside = found
    }
  }

  /** Where the text that is clear ends: at an artefact, at what may become one, or at its end. */
  const next = (isLast: boolean): { at: number; found?: Artefact } => {
    for (const { index: at } of held.matchAll(/[<[⟦`{]/g)) {
      const rest = held.slice(at)
      const before = held.slice(0, at)
      const startsLine = /\n[ \t]*$/.test(before) || (isLineStart && before.trim() === "")
      const found = artefactAt(rest, startsLine)
      if (found) return { at, found }
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
  }
}
