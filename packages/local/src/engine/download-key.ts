import { generateKeyPair, randomBytes } from "node:crypto"
import { promisify } from "node:util"
import * as z from "zod/mini"

/** With which links to files are signed, as the secret holds it; the id is that of the public key, the key PEM (PKCS #8). */
export const DownloadKey = z.object({ keyId: z.string(), privateKey: z.string() })
export type DownloadKey = z.infer<typeof DownloadKey>

let made: Promise<string> | undefined

/** Made once in a process, as its secret's text: handlers keep what they read, also from one house to the next. */
export const downloadKey = (): Promise<string> => (made ??= make())

/** Costs some 100 ms of another thread. */
async function make(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  })
  const keyId = `K${randomBytes(7).toString("hex").toUpperCase()}`
  return JSON.stringify({ keyId, privateKey } satisfies DownloadKey)
}
