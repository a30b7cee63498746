import { readFile } from "node:fs/promises"
import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"

/** A visitor's messages, in order: what stands between lines of `---`. */
export const messagesOf = (text: string): string[] =>
  text
    .replaceAll("\r\n", "\n")
    .split(/^---[ \t]*$/m)
    .map((message) => message.trim())
    .filter(Boolean)

/** `file` counts from where the person called. */
export async function readBrief(file: string): Promise<string[]> {
  const place = fromCaller(file)
  const text = await readFile(place, "utf8").catch(() => {
    throw new StartError(`The brief ${place} cannot be read.`)
  })
  const messages = messagesOf(text)
  if (messages.length === 0) throw new StartError(`The brief ${place} holds no message.`)
  return messages
}
