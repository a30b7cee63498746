import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import * as log from "@spec-wizard/core/log"
import * as z from "zod/mini"

/** A mail as it was sent. What it does not have is an empty text. */
const Mail = z.object({
  /** What SES calls it. */
  id: z.string(),
  from: z.string(),
  /** Addresses, with commas between. */
  to: z.string(),
  /** Like `to`; none in mails that were kept before it was. */
  replyTo: z._default(z.string(), ""),
  /** Those that were asked for beside them. */
  headers: z._default(z.record(z.string(), z.string()), {}),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), base64: z.string() })),
  /** The session or submission whose words it has: it goes with that. */
  about: z.optional(z.string()),
  /** ISO 8601, by the movable clock. */
  at: z.string(),
})
export type Mail = z.infer<typeof Mail>

type Waiter = { to: string; resolve: (mail: Mail) => void }

/** Every mail that was sent, in the order of sending; on disk, one file each, when there is a directory. */
export class Mailbox {
  readonly #directory: string | undefined
  readonly #mails: Mail[]
  /** By the mail's id. */
  readonly #files: Map<string, string>
  readonly #waiters = new Set<Waiter>()
  /** One after another, so that they stand here in the order of their files. */
  #last: Promise<unknown> = Promise.resolve()
  /** Of the next file. A clock may have been moved meanwhile; numbers only grow. */
  #number: number

  private constructor(directory: string | undefined, kept: { mail: Mail; file: string }[], number: number) {
    this.#directory = directory
    this.#mails = kept.map(({ mail }) => mail)
    this.#files = new Map(kept.map(({ mail, file }) => [mail.id, file]))
    this.#number = number
  }

  static async open(directory?: string): Promise<Mailbox> {
    if (directory === undefined) return new Mailbox(undefined, [], 1)
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const names = (await readdir(directory)).sort()
    for (const name of names.filter((name) => name.endsWith(".tmp"))) await rm(path.join(directory, name)) // of a killed server
    const files = names.filter((name) => /^\d{8}\.json$/.test(name))
    const kept = await Promise.all(files.map((name) => readMail(path.join(directory, name))))
    const last = Number.parseInt(files.at(-1) ?? "0", 10)
    return new Mailbox(
      directory,
      kept.filter((one) => one !== undefined),
      last + 1,
    )
  }

  get mails(): readonly Mail[] {
    return this.#mails
  }

  /** It is kept when this returns, whatever happens to the process then. */
  async add(mail: Mail): Promise<void> {
    const kept = this.#last.then(() => this.#keep(mail))
    this.#last = kept.catch(() => {})
    await kept
    this.#mails.push(mail)
    for (const waiter of this.#waiters)
      if (mail.to.toLowerCase().split(",").includes(waiter.to)) {
        this.#waiters.delete(waiter)
        waiter.resolve(mail)
      }
  }

  /** The next mail to an address that is sent after this call. */
  async next(to: string): Promise<Mail> {
    return await new Promise((resolve) => this.#waiters.add({ to: to.toLowerCase(), resolve }))
  }

  /** A file that is gone already is none to remove. */
  async remove(mails: readonly Mail[]): Promise<void> {
    for (const mail of mails) {
      const file = this.#files.get(mail.id)
      if (file !== undefined) await rm(file, { force: true })
      this.#files.delete(mail.id)
      const at = this.#mails.indexOf(mail)
      if (at >= 0) this.#mails.splice(at, 1)
    }
  }

  async #keep(mail: Mail): Promise<void> {
    if (this.#directory === undefined) return
    const file = path.join(this.#directory, `${String(this.#number++).padStart(8, "0")}.json`)
    await writeFile(`${file}.tmp`, JSON.stringify(mail), { mode: 0o600 })
    await rename(`${file}.tmp`, file)
    this.#files.set(mail.id, file)
  }
}

async function readMail(file: string): Promise<{ mail: Mail; file: string } | undefined> {
  try {
    return { mail: Mail.parse(JSON.parse(await readFile(file, "utf8"))), file }
  } catch (error) {
    log.warn("mailbox.unreadable", {}, error) // somebody else wrote it
    return undefined
  }
}
