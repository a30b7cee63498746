import { readFile } from "node:fs/promises"
import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"

/** `file` counts from where the person called; `name` is what it is to be. In UTF-8, or in UTF-16 as PowerShell writes it. @throws {StartError} */
export async function readText(name: string, file: string): Promise<string> {
  const place = fromCaller(file)
  const bytes = await readFile(place).catch(() => {
    throw new StartError(`The ${name} ${place} cannot be read.`)
  })
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new StartError(`The ${name} ${place} is not in UTF-8. Please save it so, and nothing of it is lost.`)
  }
}

function encodingOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString("hex")
  return mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8"
}
