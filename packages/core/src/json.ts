import { VisibleError } from "./error.ts"

export class JsonInvalidError extends VisibleError {
  constructor(code: "frame.invalid" | "body.invalid") {
    super("input", code, "This is not a JSON object that can be read here.")
  }
}

const MAX_DEPTH = 16
const MAX_KEYS = 1_000

/**
 * Reads one JSON object. Depth and size of the structure are measured on the text, before anything is built from it.
 * @throws {JsonInvalidError} for anything but an object of at most 16 levels and 1,000 values
 */
export function parse(text: string, code: "frame.invalid" | "body.invalid"): Record<string, unknown> {
  if (!shallow(text)) throw new JsonInvalidError(code)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new JsonInvalidError(code) // the parser's own message quotes its input
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new JsonInvalidError(code)
  return value as Record<string, unknown> // an object that is neither null nor an array
}

function shallow(text: string): boolean {
  let depth = 0
  let values = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (quoted) {
      if (character === "\\") index++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === "{" || character === "[") {
      if (++depth > MAX_DEPTH) return false
    } else if (character === "}" || character === "]") depth--
    else if (character === "," && ++values > MAX_KEYS) return false
  }
  return true
}
