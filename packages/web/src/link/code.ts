import { exactly, symbolsOf } from "@spec-wizard/client"

const SYMBOLS = 8
const HALF = 4

/** A code as the mail prints it, `XXXX-XXXX`, as far as it has come: of what was typed, or pasted with something around it. */
export function asPrinted(text: string): string {
  const symbols = bare(text)
  const code = (symbols.length > SYMBOLS ? (within(text) ?? symbols) : symbols).slice(0, SYMBOLS)
  return code.length > HALF ? `${code.slice(0, HALF)}-${code.slice(HALF)}` : code
}

/** Where the caret belongs in the printed code, when so much was typed before it. */
export const caretAfter = (before: string, code: string) => Math.min(asPrinted(before).length, code.length)

const bare = (text: string) => symbolsOf(text).replace(/[^0-9A-Z]/g, "")

/** In a line of the mail, or all of it. */
function within(text: string): string | undefined {
  const found = /(?<![0-9A-Z])[0-9A-Z]{4}\s?\p{Pd}\s?[0-9A-Z]{4}(?![0-9A-Z])/iu.exec(exactly(text))?.[0]
  return found && bare(found)
}
