import type { Source } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" })

/** A text as two people who quote the same words agree on it, and where each character of that stands in the original. */
type Folded = { text: string; starts: number[]; ends: number[] }

/**
 * Finds what a model says that somebody said. It may have composed accents, straightened quotation marks, or joined lines; what is kept is
 * the message's own text, to the letter. The same words quoted twice are found in two places, as long as there are two.
 */
export function quotes(messages: readonly Pick<Message.Info, "id" | "text">[]) {
  const folded = new Map<string, Folded>()
  const taken = new Map<string, number>()
  return function locate(messageId: string, quote: string): Source | undefined {
    const message = messages.find(({ id }) => id === messageId)
    if (!message) return undefined
    const haystack = folded.get(messageId) ?? fold(message.text)
    folded.set(messageId, haystack)
    const needle = fold(quote.trim()).text
    if (needle === "") return undefined
    const key = `${messageId} ${needle}`
    const from = taken.get(key) ?? 0
    const at = whole(haystack, needle, from) ?? whole(haystack, needle, 0)
    if (at === undefined) return undefined
    taken.set(key, at + needle.length)
    const start = haystack.starts[at]
    const end = haystack.ends[at + needle.length - 1]
    if (start === undefined || end === undefined || end - start > MAX_QUOTE) return undefined
    return { messageId: message.id, quote: message.text.slice(start, end), start, end }
  }
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
