import {
  createCipheriv,
  createDecipheriv,
  createHash,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto"
import type { KeyRing } from "./key-ring.ts"
import { fromText, privateKeyOf, publicKeyOf } from "./seal-key.ts"

/** How long what is sealed can be opened. */
const LIFETIME_MS = 900_000

const ID_BYTES = 4
const POINT_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals a text for whoever can read the key ring, bound to one use: with another `use` it does not open. Needs the public key alone, so that
 * a function that only hands something on holds no secret. X25519, HKDF-SHA-256, AES-256-GCM; base64url.
 */
export function seal(publicKey: string, text: string, bound: { use: string; now: number }): string {
  const { publicKey: point, privateKey } = generateKeyPairSync("x25519")
  const until = String(bound.now + LIFETIME_MS)
  const nonce = randomBytes(NONCE_BYTES)
  const own = Buffer.from(point.export({ format: "jwk" }).x ?? "", "base64url")
  const key = shared(privateKey, fromText(publicKey), own)
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(`${bound.use} ${until}`))
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return [until, Buffer.concat([idOf(publicKey), own, nonce, content]).toString("base64url")].join(".")
}

/** Undefined for what was sealed for another use, too long ago, with a key that is gone, or not at all. @throws {UnavailableError} */
export async function open(
  deps: { keyRing: KeyRing },
  sealed: string,
  bound: { use: string; now: number },
): Promise<string | undefined> {
  const [until = "", packed = ""] = sealed.split(".")
  if (!(Number(until) > bound.now)) return undefined
  const bytes = Buffer.from(packed, "base64url")
  if (bytes.length < ID_BYTES + POINT_BYTES + NONCE_BYTES + TAG_BYTES) return undefined
  const ringKey = await deps.keyRing.sealedBy((key) => idOf(publicKeyOf(key)).equals(bytes.subarray(0, ID_BYTES)))
  if (ringKey === undefined) return undefined
  const point = bytes.subarray(ID_BYTES, ID_BYTES + POINT_BYTES)
  const nonce = bytes.subarray(ID_BYTES + POINT_BYTES, ID_BYTES + POINT_BYTES + NONCE_BYTES)
  const content = bytes.subarray(ID_BYTES + POINT_BYTES + NONCE_BYTES, -TAG_BYTES)
  try {
    const key = shared(privateKeyOf(ringKey), fromText(point.toString("base64url")), point)
    const decipher = createDecipheriv("aes-256-gcm", key, nonce)
      .setAAD(Buffer.from(`${bound.use} ${until}`))
      .setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(content), decipher.final()]).toString("utf8")
  } catch {
    return undefined
  }
}

function shared(privateKey: KeyObject, publicKey: KeyObject, point: Buffer): Buffer {
  const secret = diffieHellman({ privateKey, publicKey })
  return Buffer.from(hkdfSync("sha256", secret, point, "spec-wizard sealed", 32))
}

const idOf = (publicKey: string): Buffer => createHash("sha256").update(publicKey).digest().subarray(0, ID_BYTES)
