/** Something in a model's text that is not for a reader: how long its opening is, and what ends it; alone, it ends there. */
export type Artefact = { length: number; end: string | "json" | undefined }

const NAMES = "think|thinking|reasoning|tool_calls?|tool_use|tool_response|function_calls?|function|invoke"
const TAG = new RegExp(`^<(/?)((?:\\w+:)?(?:${NAMES}))(?:[ =][^>\\n]{0,200})?>`, "i")
/** `<|im_end|>`: a local model's template shines through. */
const TOKEN = /^<\|[a-z_]{1,40}\|>/i
/** Our own delimiters of data, read out. */
const DELIMITER = /^⟦[^⟧\n]{0,80}⟧/
const FENCE = /^```\w*\s*[{[<]/
const OBJECT = /^\{\s*"/
const CALLS = "[TOOL_CALLS]"

/** Of them a text begins with, if any. Only at the beginning of a line is JSON a tool call. */
export function artefactAt(text: string, startsLine: boolean): Artefact | undefined {
  const [tag, slash, name] = TAG.exec(text) ?? []
  if (tag !== undefined) return { length: tag.length, end: slash ? undefined : `</${name}>` }
  const alone = (TOKEN.exec(text) ?? DELIMITER.exec(text))?.[0]
  if (alone !== undefined) return { length: alone.length, end: undefined }
  if (FENCE.test(text)) return { length: 3, end: "```" }
  if (startsLine && OBJECT.test(text)) return { length: 0, end: "json" }
  if (text.startsWith(CALLS)) return { length: CALLS.length, end: "json" }
  return undefined
}

/** More text could make one of it. */
export function mayBegin(text: string, startsLine: boolean): boolean {
  switch (text[0]) {
    case "<":
      return text.length < 260 && /^<(?:\/?[a-z][^>\n]*|\/|\|[a-z_]{0,40}\|?)?$/i.test(text)
    case "[":
      return CALLS.startsWith(text)
    case "⟦":
      return text.length < 80 && !/[⟧\n]/.test(text)
    case "`":
      return /^(?:`{1,2}|```\w*\s*)$/.test(text)
    default:
      return startsLine && /^\{\s*$/.test(text)
  }
}

/** Where it ends in the text that it begins; undefined when that is yet to come. */
export function endOf({ length, end }: Artefact, text: string): number | undefined {
  if (end === undefined) return length
  if (end === "json") return endOfJson(text, length)
  const at = text.toLowerCase().indexOf(end.toLowerCase(), length)
  return at < 0 ? undefined : at + end.length
}

function endOfJson(text: string, from: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (isQuoted) {
      if (character === "\\") at++
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === "{" || character === "[") depth++
    else if ((character === "}" || character === "]") && --depth === 0) return at + 1
  }
  return undefined
}
