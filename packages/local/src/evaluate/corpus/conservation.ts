import type { Part } from "../figure.ts"
import type { Line, Message } from "../run.ts"
import { fold, isFunctionWord } from "../words.ts"
import type { Brief } from "./brief.ts"
import type { Reading } from "./reading.ts"

/** Bullets and numbers of a list say nothing themselves. */
const LIST_MARK = /^[ \t]*(?:[-*•>–]+[ \t]*)*(?:\(?[A-Z]{0,4}-?\d+(?:\.\d+)*[.)]?(?=\s))?/gm

/** Letters and digits of what visitors said, and how many of them stand in quotes; headings, "not sure" and noise need not. */
export function scoreConservation({ visitor, items, key }: Reading): Part<"conservation"> {
  const lines = items.filter(({ state }) => state !== "retired")
  const loose = new Set(key.loose.map(fold))
  let kept = 0
  let all = 0
  const notes: string[] = []
  for (const message of visitor) {
    const exempt = exemptOf(message, key)
    const seen = seenOf(message, lines)
    let run: string[] = []
    const flush = () => {
      if (run.length > 0) notes.push(`not conserved: ${run.join(" ")}`)
      run = []
    }
    for (const { 0: word, index } of message.text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (exempt[index] || isFunctionWord(fold(word)) || loose.has(fold(word))) continue
      const here = seen.subarray(index, index + word.length).reduce((total, one) => total + one, 0)
      all += word.length
      kept += here
      if (here < word.length) run.push(word)
      else flush()
    }
    flush()
  }
  return { figures: { conservation: [kept, all] }, notes }
}

/** 1 for each UTF-16 unit that need not be kept. */
function exemptOf({ text }: Message, { noise, frame }: Brief): Uint8Array {
  const exempt = new Uint8Array(text.length)
  for (const { 0: mark, index } of text.matchAll(LIST_MARK)) exempt.fill(1, index, index + mark.length)
  for (const phrase of noise)
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      exempt.fill(1, at, at + phrase.length)
  for (const { 0: line, index } of text.matchAll(/^.*$/gm)) {
    const inset = line.length - line.trimStart().length
    const phrase = frame.find((one) => line.startsWith(one, inset))
    if (phrase !== undefined) exempt.fill(1, index, index + inset + phrase.length)
  }
  return exempt
}

/** 1 for each UTF-16 unit that a line quotes. */
function seenOf({ id, text }: Message, lines: readonly Line[]): Uint8Array {
  const seen = new Uint8Array(text.length)
  for (const { messageId, start, end } of lines.flatMap(({ sources }) => sources))
    if (messageId === id) seen.fill(1, start, end)
  return seen
}
