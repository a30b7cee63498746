import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { getSignedUrl } from "@aws-sdk/cloudfront-signer"
import * as z from "zod/mini"
import type { Clock } from "../clock.ts"
import { Secret } from "../secret/secret.ts"

/** The key that the CDN knows by `keyId`; PEM. */
const SigningKey = z.object({ keyId: z.string(), privateKey: z.string() })
export type SigningKey = z.infer<typeof SigningKey>

/** Long enough for a slow connection to begin, short enough that a link that was passed on is worth nothing soon. */
const LIFETIME_MS = 300_000

/** Opens files to browsers, for minutes: the CDN gives them to whoever has a link that was signed here. */
export class Downloads {
  readonly #secret: Secret<SigningKey>
  readonly #clock: Clock
  readonly #site: string

  /** `site`: where the CDN is. */
  constructor(options: { id: string; site: string; clock: Clock; client?: SecretsManagerClient }) {
    this.#secret = new Secret({ ...options, parse: (text) => SigningKey.parse(JSON.parse(text)) })
    this.#clock = options.clock
    this.#site = options.site.replace(/\/+$/, "")
  }

  /** @throws {UnavailableError} when the key cannot be read */
  async urlOf(file: string): Promise<string> {
    const { keyId, privateKey } = await this.#secret.get()
    return getSignedUrl({
      url: `${this.#site}/${file}`,
      keyPairId: keyId,
      privateKey,
      algorithm: "SHA256",
      dateLessThan: new Date(this.#clock.now() + LIFETIME_MS),
    })
  }
}
