import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"
import { readText } from "./file.ts"

/** A visitor's messages, in order: what stands between lines of `---`. */
export const messagesOf = (text: string): string[] =>
  text
    .replaceAll("\r\n", "\n")
    .split(/^---[ \t]*$/m)
    .map((message) => message.trim())
    .filter(Boolean)

/** `file` counts from where the person called. */
export async function readBrief(file: string): Promise<string[]> {
  const messages = messagesOf(await readText("brief", file))
  if (messages.length === 0) throw new StartError(`The brief ${fromCaller(file)} holds no message.`)
  return messages
}
