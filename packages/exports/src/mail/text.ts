import type { Part, Sheet } from "./sheet.ts"

/** RFC 5322 asks for lines of at most 78 characters; two are left for whoever quotes the mail. */
const WIDTH = 76

export function print({ heading, parts, sender }: Sheet): string {
  return `${[heading, ...parts.map(paragraph), `-- \n${wrap(sender)}`].join("\n\n")}\n`
}

/** An address keeps a line of its own, however long: mail programs make a link of it up to the line's end. */
function paragraph(part: Part): string {
  if (part.type === "link") return `${wrap(part.label)}\n${part.url}`
  if (part.type === "code") return `${wrap(part.text)}\n\n    ${part.code}`
  return wrap(part.text)
}

/** Between words; a word longer than a line is cut, between two characters, each of which may take two units. */
function wrap(text: string): string {
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ").flatMap(pieces)) {
    const longer = line === "" ? word : `${line} ${word}`
    if (longer.length > WIDTH) lines.push(line)
    line = longer.length > WIDTH ? word : longer
  }
  return [...lines, line].join("\n")
}

const pieces = (word: string) =>
  word.length <= WIDTH ? [word] : (word.match(new RegExp(`.{1,${WIDTH / 2}}`, "gu")) ?? [])
