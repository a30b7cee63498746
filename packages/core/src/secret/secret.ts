import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import type { Clock } from "../clock.ts"
import { UnavailableError } from "../error.ts"
import * as Log from "../log.ts"

/** How long what was read is used without asking again. */
const FRESH_MS = 300_000
/** At most so often it is read again because what we have was refused, or because reading failed. */
const PAUSE_MS = 10_000

/** One secret of Secrets Manager, kept in memory. A rotation needs no restart: the value is read again by and by, or when it is refused. */
export class Secret<T> {
  readonly #id: string
  readonly #parse: (text: string) => T
  readonly #clock: Clock
  readonly #client: SecretsManagerClient
  #known: { value: T; readAt: number } | undefined
  #triedAt = Number.NEGATIVE_INFINITY
  #reading: Promise<T> | undefined

  constructor(options: { id: string; parse: (text: string) => T; clock: Clock; client?: SecretsManagerClient }) {
    this.#id = options.id
    this.#parse = options.parse
    this.#clock = options.clock
    this.#client =
      options.client ??
      new SecretsManagerClient({
        maxAttempts: 2,
        requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
      })
  }

  /** @throws {UnavailableError} when it was never read and cannot be read now */
  async get(): Promise<T> {
    const known = this.#known
    if (!known) return await this.#read()
    const now = this.#clock.now()
    if (Math.abs(now - known.readAt) < FRESH_MS || now - this.#triedAt < PAUSE_MS) return known.value
    return await this.#read().catch((error: unknown) => {
      Log.warn("secret.stale", {}, error) // better the one we have than none
      return known.value
    })
  }

  /** Reads it again because what `get` gave was refused; not more than every 10 s, whoever asks. */
  async refresh(): Promise<T> {
    if (this.#clock.now() - this.#triedAt < PAUSE_MS) return await this.get()
    return await this.#read()
  }

  #read(): Promise<T> {
    this.#reading ??= this.#request().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #request(): Promise<T> {
    this.#triedAt = this.#clock.now()
    try {
      const { SecretString = "" } = await this.#client.send(new GetSecretValueCommand({ SecretId: this.#id }))
      const value = this.#parse(SecretString)
      this.#known = { value, readAt: this.#clock.now() }
      return value
    } catch (error) {
      throw new UnavailableError(error)
    }
  }
}
