import type { Source } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" })

/** A text as two people who quote the same words agree on it, and where each character of that stands in the original. */
type Folded = { text: string; starts: number[]; ends: number[] }

type Text = Pick<Message.Info, "id" | "text">

/**
 * Finds what a model says that somebody said. It may have composed accents, straightened quotation marks, joined lines, put marks around it or
 * a full stop at its end, or left something out between two pieces; what is kept is the message's own text, to the letter and in whole words.
 * The same words quoted twice are found in two places, as long as there are two.
 */
export function quotes(messages: readonly Text[]) {
  const folded = new Map<string, Folded>()
  const taken = new Map<string, number>()
  const exact = (message: Text, quote: string): Source | undefined => {
    const haystack = folded.get(message.id) ?? fold(message.text)
    folded.set(message.id, haystack)
    const needle = fold(quote.trim()).text
    if (needle === "") return undefined
    const key = `${message.id} ${needle}`
    const from = taken.get(key) ?? 0
    const at = whole(haystack, needle, from) ?? whole(haystack, needle, 0)
    if (at === undefined) return undefined
    taken.set(key, at + needle.length)
    const start = haystack.starts[at]
    const end = haystack.ends[at + needle.length - 1]
    if (start === undefined || end === undefined || end - start > MAX_QUOTE) return undefined
    return sourceIn(message, widened(message.text, start, end))
  }
  return function locate(messageId: string, quote: string): Source[] {
    const message = messages.find(({ id }) => id === messageId)
    if (!message) return []
    for (const form of forms(quote)) {
      const source = exact(message, form)
      if (source) return [source]
    }
    const pieces = quote.split(LEFT_OUT).flatMap((piece) => (piece.trim() === "" ? [] : [piece]))
    if (pieces.length < 2) return []
    const found = pieces.map((piece) =>
      forms(piece).reduce<Source | undefined>((one, form) => one ?? exact(message, form), undefined),
    )
    return found.every((source) => source !== undefined) ? found : []
  }
}

const LEFT_OUT = /\s*(?:\[?\(?(?:…|\.{3,})\)?\]?)\s*/
const MARKS = `"'“”„‟«»‘’‚\`*_`
const AROUND = new RegExp(`^[\\s${MARKS}…]+|(?:\\.{3,}|[\\s${MARKS}…])+$`, "g")

/** What may have been meant, from what was written to what is left without the marks around it. */
function forms(quote: string): string[] {
  const written = quote.replace(/\\n/g, " ")
  const bare = written.replace(/^\s*\.{3,}/, "").replace(AROUND, "")
  const listed = bare.replace(/^(?:[-–•]|\d{1,2}[.)])\s+/, "")
  return [...new Set([written, bare, bare.replace(/[.!?,;:…]+$/, ""), listed, listed.replace(/[.!?,;:…]+$/, "")])]
}

const sourceIn = ({ id, text }: Text, { start, end }: { start: number; end: number }): Source => ({
  messageId: id,
  quote: text.slice(start, end),
  start,
  end,
})

const LETTERS = /[\p{Script=Latin}\p{N}\p{M}]/u

/** Half a word, and half a number all the more, says something else. */
function widened(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to]
  const isInside = (at: number) => LETTERS.test(text.charAt(at - 1)) && LETTERS.test(text.charAt(at))
  while (start > 0 && isInside(start)) start--
  while (end < text.length && isInside(end)) end++
  return { start, end }
}

/** Of a source in the document. */
const MAX_QUOTE = 4_000

/** Where the words stand, from the beginning of a character to the end of one. */
function whole({ text, starts, ends }: Folded, needle: string, from: number): number | undefined {
  for (let at = text.indexOf(needle, from); at >= 0; at = text.indexOf(needle, at + 1)) {
    const last = at + needle.length - 1
    const beginsInside = at > 0 && starts[at] === starts[at - 1] && ends[at] === ends[at - 1]
    const endsInside = starts[last] === starts[last + 1] && ends[last] === ends[last + 1]
    if (!beginsInside && !endsInside) return at
  }
  return undefined
}

function fold(text: string): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] }
  for (const { segment, index } of graphemes.segment(text)) {
    const end = index + segment.length
    const plain = plainly(segment)
    // However wide a blank is, it is one; it ends where the last of them ends.
    if (plain === " " && folded.text.endsWith(" ")) {
      folded.ends[folded.ends.length - 1] = end
      continue
    }
    folded.text += plain
    for (let unit = 0; unit < plain.length; unit++) {
      folded.starts.push(index)
      folded.ends.push(end)
    }
  }
  return folded
}

function plainly(grapheme: string): string {
  if (/^\s+$/.test(grapheme)) return " "
  return grapheme
    .normalize("NFC")
    .toLowerCase()
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/[⟦〚]/g, "[")
    .replace(/[⟧〛]/g, "]")
}
