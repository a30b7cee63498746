import { createHash, hkdfSync } from "node:crypto"
import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import * as z from "zod/mini"
import type { Clock } from "../clock.ts"
import { Secret } from "./secret.ts"

/** The key that is used now, and those before and after it: what one function made, every other can read, in any order of deployment. */
const Ring = z.object({
  current: z.string().check(z.minLength(32)),
  others: z.array(z.string().check(z.minLength(32))),
})

/** A key for one purpose. `id` tells which key of the ring it came from, and nothing about it. */
export type Key = { id: string; bytes: Buffer }

type Purpose = "address" | "link" | "verdict"

/** One secret of which each purpose gets keys of its own, so that what one of them gives away says nothing about another. */
export class KeyRing {
  readonly #secret: Secret<z.infer<typeof Ring>>

  constructor(options: { id: string; clock: Clock; client?: SecretsManagerClient }) {
    this.#secret = new Secret({ ...options, parse: (text) => Ring.parse(JSON.parse(text)) })
  }

  /** Of every key there is, the current one first. @throws {UnavailableError} */
  async keys(purpose: Purpose): Promise<[Key, ...Key[]]> {
    const { current, others } = await this.#secret.get()
    return [derive(current, purpose), ...others.map((key) => derive(key, purpose))]
  }

  /** Undefined when the ring has turned too far since it was used. @throws {UnavailableError} */
  async key(purpose: Purpose, id: string): Promise<Key | undefined> {
    const known = (await this.keys(purpose)).find((key) => key.id === id)
    if (known) return known
    const { current, others } = await this.#secret.refresh()
    return [current, ...others].map((key) => derive(key, purpose)).find((key) => key.id === id)
  }

  /** The key of the ring that `isIt` recognises; read again once when there is none. @throws {UnavailableError} */
  async sealedBy(isIt: (key: string) => boolean): Promise<string | undefined> {
    const known = await this.#secret.get()
    const found = [known.current, ...known.others].find(isIt)
    if (found !== undefined) return found
    const { current, others } = await this.#secret.refresh()
    return [current, ...others].find(isIt)
  }
}

function derive(secret: string, purpose: Purpose): Key {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", `spec-wizard ${purpose}`, 32))
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes }
}
