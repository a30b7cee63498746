import { readFile, rename, writeFile } from "node:fs/promises"
import path from "node:path"
import * as z from "zod/mini"

/** Up to where each shard of a stream has been dealt with. */
const Place = z.object({ arn: z.string(), after: z.record(z.string(), z.string()) })
export type Place = z.infer<typeof Place>

/** Keeps it over a restart; without a directory the table that it is about does not last either. */
export class StreamPlace {
  readonly #file: string | undefined

  constructor(directory: string | undefined) {
    this.#file = directory === undefined ? undefined : path.join(directory, "stream.json")
  }

  /** What cannot be read is as good as none: what is told twice is counted once. */
  async read(): Promise<Place | undefined> {
    if (this.#file === undefined) return undefined
    const text = await readFile(this.#file, "utf8").catch(() => "null")
    try {
      return Place.safeParse(JSON.parse(text)).data
    } catch {
      return undefined
    }
  }

  async write(place: Place): Promise<void> {
    if (this.#file === undefined) return
    const beside = `${this.#file}.new`
    await writeFile(beside, JSON.stringify(place), { mode: 0o600 })
    await rename(beside, this.#file)
  }
}
