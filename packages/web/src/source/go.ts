import { lineOf } from "../document/line-id.ts"
import { having, idsOf } from "./light.ts"

/** To the first of a message's words that the line was made of; they are lit while they have the focus. */
export function goToWords(line: string, messageId: string) {
  const message = document.getElementById(messageId)
  const [words] = message ? having(message, line) : []
  words?.focus({ preventScroll: true })
  words?.scrollIntoView({ block: "center", behavior: behavior() })
}

/** To the line that was made of these words; of several, to the first. */
export function goToLine(words: Element) {
  lineOfWords(words)?.focus({ preventScroll: true })
  showLine(words)
}

/** The same without moving the focus. */
export const showLine = (words: Element) =>
  lineOfWords(words)?.scrollIntoView({ block: "center", behavior: behavior() })

const lineOfWords = (words: Element) => document.getElementById(lineOf(idsOf(words)[0] ?? ""))

const behavior = () => (matchMedia("(prefers-reduced-motion: no-preference)").matches ? "smooth" : "instant")
