import { createPublicKey, verify } from "node:crypto"
import type { DownloadKey } from "../engine/download-key.ts"

const PARAMETERS = ["Expires", "Hash-Algorithm", "Key-Pair-Id", "Signature"]

/**
 * Whether CloudFront would let somebody pass at this address: one of the keys signed it whole, by a canned policy and SHA-256, and it is
 * not over. `now` in epoch milliseconds.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html
 */
export function isSignedUrl(url: string, keys: readonly DownloadKey[], now: number): boolean {
  const [resource = "", search = ""] = url.split(/\?(.*)/s)
  const query = new URLSearchParams(search)
  if ([...query.keys()].sort().join() !== PARAMETERS.join()) return false // one is missing, foreign or doubled
  const [expires = "", algorithm, keyId, encoded = ""] = PARAMETERS.map((name) => query.get(name) ?? "")
  if (algorithm !== "SHA256" || !/^[1-9]\d{0,11}$/.test(expires) || now >= Number(expires) * 1000) return false
  const key = keys.find((key) => key.keyId === keyId)
  const signature = decoded(encoded)
  if (!key || !signature) return false
  return verify("sha256", Buffer.from(policyOf(resource, Number(expires))), createPublicKey(key.privateKey), signature)
}

/** The text that is signed; its bytes count. */
const policyOf = (resource: string, expires: number) =>
  JSON.stringify({
    Statement: [{ Resource: resource, Condition: { DateLessThan: { "AWS:EpochTime": expires } } }],
  })

/** Base64 in letters that a URL may have; undefined for anything that does not stand for itself alone. */
function decoded(text: string): Buffer | undefined {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "=").replaceAll("~", "/")
  const bytes = Buffer.from(base64, "base64")
  return bytes.toString("base64") === base64 ? bytes : undefined
}
