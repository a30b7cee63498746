import { readFile } from "node:fs/promises"
import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"

/** `file` counts from where the person called; `name` is what it is to be. @throws {StartError} */
export async function readText(name: string, file: string): Promise<string> {
  const place = fromCaller(file)
  return readFile(place, "utf8").catch(() => {
    throw new StartError(`The ${name} ${place} cannot be read.`)
  })
}
