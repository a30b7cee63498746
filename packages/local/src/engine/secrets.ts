import { randomBytes, randomUUID } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import path from "node:path"
import { publicKeyOf } from "@spec-wizard/core/secret/seal-key"
import * as z from "zod/mini"
import { StartError } from "../settings.ts"
import { downloadKey } from "./download-key.ts"

/** One value of a secret; `createdAt` in epoch seconds. */
const Version = z.object({ id: z.string(), text: z.string(), createdAt: z.number() })

const Versions = z.object({ current: Version, previous: z.optional(Version) })
export type Versions = z.infer<typeof Versions>

const Ring = z.object({ current: z.string() })

const FILE = "secrets.json"

const key = () => randomBytes(32).toString("base64url")

/**
 * What there must be from the first start on, other than anywhere else. Handlers keep what they read, so a process that starts anew without
 * its data gives them the same.
 */
const GENERATED: Record<string, string> = {
  /** The key in use, and those before and after it. */
  KeyRing: JSON.stringify({ current: key(), others: [key()] }),
}

/** What there is as soon as somebody asks for it, for it takes a moment to make. */
const MADE_WHEN_ASKED_FOR = new Map([["DownloadKey", downloadKey]])

/** Secrets by name, in a file that only its owner may read; without a directory, in memory. */
export class Secrets {
  readonly #file: string | undefined
  readonly #secrets: Map<string, Versions>
  /** Of those who started this process: kept nowhere. */
  readonly #lent = new Map<string, Versions>()
  readonly #making = new Map<string, Promise<void>>()
  #saved: Promise<unknown> = Promise.resolve()

  private constructor(file: string | undefined, secrets: Map<string, Versions>) {
    this.#file = file
    this.#secrets = secrets
  }

  /** @throws {StartError} when the file is not what we wrote: what was made with its keys would be lost with them */
  static async open(directory?: string): Promise<Secrets> {
    const file = directory === undefined ? undefined : path.join(directory, FILE)
    if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 })
    const secrets = new Secrets(file, file === undefined ? new Map() : await read(file))
    for (const [name, text] of Object.entries(GENERATED))
      if (!secrets.get(name)) await secrets.put(name, { id: randomUUID(), text })
    return secrets
  }

  /** What there is by now. */
  get(name: string): Versions | undefined {
    return this.#secrets.get(name) ?? this.#lent.get(name)
  }

  /** Makes it, if it is one that is made when it is asked for. */
  async find(name: string): Promise<Versions | undefined> {
    const make = MADE_WHEN_ASKED_FOR.get(name)
    if (make && (this.#making.has(name) || !this.get(name))) {
      const made = this.#making.get(name) ?? make().then((text) => this.put(name, { id: randomUUID(), text }))
      this.#making.set(name, made)
      await made
    }
    return this.get(name)
  }

  /** What is sealed with it, whoever reads the key ring can open. */
  get sealKey(): string {
    const { current } = Ring.parse(JSON.parse(this.#secrets.get("KeyRing")?.current.text ?? ""))
    return publicKeyOf(current)
  }

  /** For as long as this process lives, and until somebody puts another one. */
  lend(name: string, text: string): void {
    this.#lent.set(name, { current: { id: randomUUID(), text, createdAt: Math.floor(Date.now() / 1000) } })
  }

  /** Makes it the current value; it is kept when this returns. */
  async put(name: string, version: { id: string; text: string }): Promise<void> {
    const current = { ...version, createdAt: Math.floor(Date.now() / 1000) }
    const previous = this.#secrets.get(name)?.current
    this.#secrets.set(name, { current, ...(previous && { previous }) })
    await this.#save()
  }

  /** One after another: the last one written is the last one put. */
  async #save(): Promise<void> {
    const file = this.#file
    if (file === undefined) return
    const saved = this.#saved.then(async () => {
      const text = JSON.stringify(Object.fromEntries(this.#secrets), null, 2)
      await writeFile(`${file}.tmp`, text, { mode: 0o600 })
      await rename(`${file}.tmp`, file)
    })
    this.#saved = saved.catch(() => {})
    await saved
  }
}

async function read(file: string): Promise<Map<string, Versions>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}"
    throw new StartError(`${file} cannot be read: ${error.code}.`)
  })
  try {
    return new Map(Object.entries(z.record(z.string(), Versions).parse(JSON.parse(text))))
  } catch {
    throw new StartError(`${file} is not what was written there: restore it, or remove DATA_DIR to begin anew.`)
  }
}
