/** The parts of a sentence between its commas and semicolons; what stands in brackets or quotes stays whole, and so do numbers. */
export function segments(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let isQuoted = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === "(") depth++
    else if (sign === ")") depth = Math.max(0, depth - 1)
    else if (sign === '"') isQuoted = !isQuoted
    else if ((sign === "," || sign === ";") && depth === 0 && !isQuoted && text[at + 1] === " ") {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== "")
}
