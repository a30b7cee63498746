import type { Call } from "../call.ts"

/**
 * The visitor's last words in a call, without what the prompt puts around them: of the blocks it marks as data (`⟦message 7⟧ …
 * ⟦end of message 7⟧`, or `<message> … </message>`), what is in the last that is a message.
 */
export function lastWords(call: Call): string {
  const text = lastSaid(call)
  const blocks = [
    ...text.matchAll(/⟦(message\b[^⟧]*)⟧\n?([\s\S]*?)\n?⟦end of \1⟧/g),
    ...text.matchAll(/<(message\b[\w-]*)[^>]*>\n?([\s\S]*?)\n?<\/\1>/g),
  ]
  return blocks.at(-1)?.[2] ?? text
}

/** The number that the prompt gives that message, if it numbers them. */
export function lastNumber(call: Call): number {
  const numbers = [...lastSaid(call).matchAll(/\bmessage\W{1,3}(\d{1,6})\b/gi)]
  return Number(numbers.at(-1)?.[1] ?? call.messages.filter(({ role }) => role === "user").length)
}

const lastSaid = ({ messages }: Call) =>
  messages.findLast(({ role, text }) => role === "user" && /⟦message\b|<message\b/.test(text))?.text ??
  messages.findLast(({ role }) => role === "user")?.text ??
  ""

/** Sentences, each exactly as it was written. */
export const sentencesOf = (text: string): string[] =>
  [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== "")

/** All a call holds, for what only needs to be found somewhere. */
export const wholeText = ({ system, messages }: Call): string =>
  [system, ...messages.map(({ text }) => text)].join("\n")
