/** A piece of a message that says one thing. `text` is the message from `start` to `end`, unchanged. */
export type Clause = {
  text: string
  start: number
  end: number
  /** Number of the clause or list item it stands in, "3.2". */
  reference?: string
  /** An item of a list, numbered or not. */
  item?: true
  /** Title it stands under in a pasted brief. */
  heading?: string
}

type Line = { text: string; start: number; reference: string | undefined; bullet: boolean; blankAfter: boolean }

const MARKER = /^(?:(\d{1,3}(?:\.\d{1,3}){0,4})[.):]?|([a-z])[.)]|(#{1,6})|([-*•–·▪]))[ \t]+/i
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|z\.\s?b|u\.\s?a|d\.\s?h|p\.\s?ej|ej|approx|ca|nr|no|st|dr|mr|mrs|ms|sr|sra|etc|bzw|ggf|inkl|min|max|art|env|vs|evtl|usw|tel|str|\d)$/i
const HEADING_LENGTH = 60

/** A brief is read clause by clause, a chat message sentence by sentence. */
export function clauses(message: string): Clause[] {
  const found: Clause[] = []
  let heading: { title: string; reference: string | undefined } | undefined
  const lines = read(message)
  for (const [index, line] of lines.entries()) {
    if (isHeading(line, lines[index + 1])) {
      heading = { title: line.text.replace(/:\s*$/, ""), reference: line.reference }
      continue
    }
    const reference = line.reference ?? heading?.reference
    const context = {
      ...(reference !== undefined && { reference }),
      ...((line.bullet || line.reference !== undefined) && { item: true as const }),
      ...(heading !== undefined && { heading: heading.title }),
    }
    // A numbered clause is one obligation to whoever wrote it; loose lines are cut into sentences.
    const pieces = line.reference === undefined ? sentences(line.text) : [{ from: 0, to: line.text.length }]
    for (const { from, to } of pieces) {
      const piece = trimmed(line.text, from, to)
      if (piece && !isLeadIn(piece.text) && /[\p{L}\p{N}]/u.test(piece.text))
        found.push({
          text: piece.text,
          start: line.start + piece.from,
          end: line.start + piece.from + piece.text.length,
          ...context,
        })
    }
  }
  return answered(found, message)
}

/** A message that is one statement, however it is punctuated. */
export const undivided = (message: string): Clause[] => [
  { text: message.trim(), start: message.length - message.trimStart().length, end: message.trimEnd().length },
]

/** "What we need:" announces a list and says nothing itself. */
const isLeadIn = (text: string) => text.endsWith(":") && text.split(" ").length <= 6

/** Whether the message was written elsewhere and pasted: a brief, not a remark. */
export const isBrief = (found: Clause[]) =>
  found.length >= 12 || (found.length >= 6 && found.some((clause) => clause.heading !== undefined))

function read(message: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const raw of message.split("\n")) {
    const indent = raw.length - raw.trimStart().length
    const body = raw.trim()
    const marker = MARKER.exec(body.slice(0, 40))
    if (body === "") {
      const last = lines.at(-1)
      if (last) last.blankAfter = true
    } else {
      const skip = marker && !isQuantity(body, marker[1]) ? marker[0].length : 0
      lines.push({
        text: body.slice(skip),
        start: at + indent + skip,
        reference: skip ? (marker?.[1] ?? marker?.[2]) : undefined,
        bullet: skip > 0 && marker?.[4] !== undefined,
        blankAfter: false,
      })
    }
    at += raw.length + 1
  }
  return lines
}

/** "40 orders a day" and "3 Boote" begin with a number that is not a list number: it has no dot and a word follows. */
function isQuantity(body: string, number: string | undefined) {
  return number !== undefined && !number.includes(".") && /^\d+\s/.test(body)
}

function isHeading(line: Line, next: Line | undefined) {
  if (line.bullet || line.text.length > HEADING_LENGTH || /[.!?;,]$|[.!?] /.test(line.text) || !next) return false
  if (line.text.endsWith(":")) return true
  if (line.reference === undefined) {
    const letters = line.text.replace(/[^\p{L}]/gu, "")
    return letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  }
  if (line.text.split(" ").length > 7) return false
  if (next.reference?.startsWith(`${line.reference}.`)) return true
  return next.reference === undefined && !line.blankAfter && /^\p{Lu}/u.test(line.text)
}

function sentences(text: string): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?…;]/g)) {
    const at = match.index
    const next = text[at + 1]
    if (next !== undefined && !/[\s"”“»')]/.test(next)) continue
    if (match[0] === "." && ABBREVIATION.test(text.slice(Math.max(from, at - 8), at)) && next !== undefined) {
      const digit = /\d/.test(text[at - 1] ?? "")
      // "until 6. Then …" ends a sentence, "am 3. Mai" does not: German writes ordinals so, before a short word.
      if (!digit || /^\s+(?:jan|feb|mar|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i.test(text.slice(at + 1, at + 6)))
        continue
    }
    pieces.push({ from, to: at + 1 })
    from = at + 1
  }
  if (from < text.length) pieces.push({ from, to: text.length })
  return pieces
}

function trimmed(text: string, from: number, to: number) {
  const piece = text.slice(from, to)
  const head = piece.length - piece.trimStart().length
  // A loop, because `[.;]+$` retries from every character of a long row of dots.
  let end = piece.trimEnd().length
  while (end > head && /[.;,\s]/.test(piece[end - 1] ?? "")) end--
  return end <= head ? undefined : { text: piece.slice(head, end), from: from + head }
}

/** "Who can delete? Only the chair." asks and answers itself: one statement. */
function answered(found: Clause[], message: string): Clause[] {
  const merged: Clause[] = []
  for (const clause of found) {
    const last = merged.at(-1)
    if (last && isQuestion(message, last) && last.end + 3 >= clause.start && last.text.length < 90) {
      merged[merged.length - 1] = { ...last, text: message.slice(last.start, clause.end), end: clause.end }
    } else merged.push(clause)
  }
  return merged
}

const isQuestion = (message: string, clause: Clause) =>
  message[clause.end - 1] === "?" && !clause.text.slice(0, -1).includes("?")
