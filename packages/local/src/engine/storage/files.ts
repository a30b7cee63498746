import { createHash, randomUUID } from "node:crypto"
import { createWriteStream } from "node:fs"
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, unlink, writeFile } from "node:fs/promises"
import path from "node:path"
import { pipeline } from "node:stream/promises"
import type { Clock } from "@spec-wizard/core/clock"
import * as log from "@spec-wizard/core/log"
import * as z from "zod/mini"
import type { Body } from "./body.ts"

/** What is known of an object; the file of its bytes among it, so that the two always belong together. */
const Entry = z.object({
  bucket: z.string(),
  key: z.string(),
  file: z.string().check(z.regex(/^[0-9a-f-]{36}\.body$/)),
  size: z.number(),
  /** With its quotes. */
  etag: z.string(),
  /** Epoch milliseconds. */
  modifiedAt: z.number(),
  /** Those that are sent with it. */
  headers: z.record(z.string(), z.string()),
  checksum: z.optional(z.object({ name: z.string(), value: z.string() })),
})
export type Entry = z.infer<typeof Entry>

export type Name = { bucket: string; key: string }

/** Looks at what there is, in the same turn in which it is changed. Throws when it must stay. */
export type Condition = (current: Entry | undefined) => void

/**
 * Objects in a directory. The bytes of each stand in a file of their own, which is never written again; beside them `<hash of bucket and
 * key>.json` says what is known and which file has the bytes. Renaming that into its place is the one moment in which an object changes, so
 * nobody, and no crash, meets half of one, or the bytes of one with the headers of another.
 */
export class Files {
  readonly #directory: string
  readonly #clock: Clock
  readonly #entries: Map<string, Entry>
  /** Changes come one after another, so that this process and its directory agree. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(directory: string, clock: Clock, entries: Map<string, Entry>) {
    this.#directory = directory
    this.#clock = clock
    this.#entries = entries
  }

  /** What a killed process left unfinished is removed, so no other process may have this directory. */
  static async open(directory: string, clock: Clock): Promise<Files> {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const entries = new Map<string, Entry>()
    const names = await readdir(directory)
    let isWhole = true
    for (const name of names.filter((name) => name.endsWith(".json"))) {
      const entry = await readEntry(path.join(directory, name))
      if (entry && names.includes(entry.file)) entries.set(idOf(entry), entry)
      else isWhole = false
    }
    const used = new Set([...entries.values()].map(({ file }) => file))
    const isLeft = (name: string) => name.endsWith(".tmp") || (name.endsWith(".body") && !used.has(name))
    // When something cannot be read, the bytes it names may be among those that nobody names.
    if (isWhole) for (const name of names.filter(isLeft)) await rm(path.join(directory, name))
    return new Files(directory, clock, entries)
  }

  get(name: Name): Entry | undefined {
    return this.#entries.get(idOf(name))
  }

  /** All of a bucket, in the order of their keys' UTF-8. */
  list(bucket: string): Entry[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.bucket === bucket)
      .map((entry) => ({ entry, bytes: Buffer.from(entry.key) }))
      .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
      .map(({ entry }) => entry)
  }

  /** The file stays readable while it is open, whatever becomes of the object. */
  async open(name: Name): Promise<{ entry: Entry; bytes: FileHandle } | undefined> {
    for (;;) {
      const entry = this.get(name)
      if (!entry) return undefined
      const bytes = await open(path.join(this.#directory, entry.file)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT" || this.get(name) === entry) throw error
        return undefined // it was put again meanwhile
      })
      if (bytes) return { entry, bytes }
    }
  }

  /** It is kept when this returns, whatever happens to the process then. */
  async put(name: Name, headers: Record<string, string>, body: Body, condition: Condition): Promise<Entry> {
    const file = `${randomUUID()}.body`
    const bytes = path.join(this.#directory, file)
    try {
      await pipeline(body, createWriteStream(bytes, { flags: "wx", mode: 0o600, flush: true }))
      const { size, etag, checksum } = body
      return await this.#inTurn(async () => {
        const current = this.get(name)
        condition(current)
        const modifiedAt = this.#clock.now()
        const entry: Entry = { ...name, file, size, etag, modifiedAt, headers, ...(checksum && { checksum }) }
        await this.#write(entry)
        if (current) await rm(path.join(this.#directory, current.file), { force: true })
        return entry
      })
    } catch (error) {
      if (this.get(name)?.file !== file) await rm(bytes, { force: true })
      throw error
    }
  }

  /** What is not there is deleted already. */
  async delete(name: Name, condition: Condition = () => {}): Promise<void> {
    await this.#inTurn(async () => {
      const current = this.get(name)
      condition(current)
      if (!current) return
      await unlink(this.#pathOf(name))
      this.#entries.delete(idOf(name))
      await this.#sync()
      await rm(path.join(this.#directory, current.file), { force: true })
    })
  }

  async #write(entry: Entry): Promise<void> {
    const target = this.#pathOf(entry)
    await writeFile(`${target}.tmp`, JSON.stringify(entry), { mode: 0o600, flush: true })
    await rename(`${target}.tmp`, target)
    this.#entries.set(idOf(entry), entry)
    await this.#sync()
  }

  /** Names are kept by the directory, not by the files. */
  async #sync(): Promise<void> {
    const directory = await open(this.#directory)
    await directory.sync().finally(() => directory.close())
  }

  async #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#last.then(change)
    this.#last = done.catch(() => {})
    return await done
  }

  /** Any key is a good name, and no two share one, not even where `A` and `a` are the same file. */
  #pathOf(name: Name): string {
    return path.join(this.#directory, `${createHash("sha256").update(idOf(name)).digest("hex")}.json`)
  }
}

/** No bucket has a slash. */
const idOf = ({ bucket, key }: Name) => `${bucket}/${key}`

async function readEntry(file: string): Promise<Entry | undefined> {
  try {
    return Entry.parse(JSON.parse(await readFile(file, "utf8")))
  } catch (error) {
    log.warn("storage.unreadable", {}, error) // somebody else wrote it
    return undefined
  }
}
