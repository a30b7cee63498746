/** What a tool was called with, as far as it can be read. `isCut`: it broke off, and what was complete before is there. */
export type Read = { value: unknown; isCut: boolean }

export function readJson(input: string): Read {
  const text = input.trim().replace(/^```\w*\s*|\s*```$/g, "")
  const whole = parsed(text)
  // An object that was written down as a string, once or twice.
  if (typeof whole === "string") return readJson(whole)
  if (whole !== undefined) return { value: whole, isCut: false }
  const rest = complete(text)
  return { value: rest === undefined ? undefined : parsed(rest), isCut: rest !== undefined }
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A list of changes that broke off, closed after the last one that is complete. */
function complete(text: string): string | undefined {
  const open: string[] = []
  let end: { at: number; open: string } | undefined
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isQuoted) {
      if (sign === "\\") at++
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === "{" || sign === "[") open.push(sign)
    else if (sign === "}" || sign === "]") {
      open.pop()
      const around = open.join("")
      if (sign === "}" && (around === "{[" || around === "[")) end = { at: at + 1, open: around }
    }
  }
  return end && `${text.slice(0, end.at)}${end.open === "[" ? "]" : "]}"}`
}
