import { exactly } from "@spec-wizard/client"

/** Longer than any spelling of one, shorter than what the server reads. */
const MAX_LENGTH = 40

/** The reference in a text that was pasted with something around it; without one, the text itself. */
export function referenceIn(text: string): string {
  const typed = exactly(text)
  const found = /(?<![0-9A-Z])SPEC(?:[\s\p{Pd}]*[0-9A-Z]){8}(?![0-9A-Z])/iu.exec(typed)?.[0]
  return (found ?? typed).replace(/\s+/g, " ").trim().slice(0, MAX_LENGTH)
}
