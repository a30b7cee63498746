import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import type { IncomingMessage } from "node:http"
import { Hash } from "@smithy/core/serde"
import { createScope, getCanonicalHeaders, getCanonicalQuery, getSigningKey } from "@smithy/signature-v4"
import type { Address } from "./address.ts"
import { denied, StorageError } from "./error.ts"

export const ALGORITHM = "AWS4-HMAC-SHA256"
const MAX_SKEW_MS = 15 * 60_000
const MAX_EXPIRES_S = 7 * 24 * 60 * 60

/** Undefined for a key that nobody has. */
export type SecretOf = (accessKeyId: string) => string | undefined

/** Who signed a request; `payload` is what they said of its body, as `x-amz-content-sha256` says it. */
export type Signed = { accessKeyId: string; payload: string }

/** What a signature says of itself, wherever it stands. */
type Claim = {
  credential: string
  /** `20261121T215159Z` */
  date: string
  headers: string[]
  signature: string
  payload: string
}

/**
 * Believes a request whose header or query is signed with a secret that we know, now.
 * @throws {StorageError} otherwise
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export async function verify(
  request: IncomingMessage,
  address: Address,
  secretOf: SecretOf,
  now: number,
): Promise<Signed> {
  const { authorization } = request.headers
  const presigned = address.query.has("X-Amz-Algorithm")
  if (!presigned && authorization === undefined) throw denied()
  if (presigned && authorization !== undefined)
    throw new StorageError(400, "InvalidArgument", "Only one auth mechanism allowed")
  const claim = presigned ? inQuery(address.query) : inHeader(request)
  assertAllSigned(request, claim.headers)
  const accessKeyId = await verifySignature(claim, toSign(request, address, claim), secretOf)
  if (presigned) assertCurrent(claim.date, address.query, now)
  else assertFresh(claim.date, now)
  return { accessKeyId, payload: claim.payload }
}

/** @returns the access key id. @throws {StorageError} when the signature is of something else, or by somebody else */
export async function verifySignature(
  { credential, date, signature }: { credential: string; date: string; signature: string },
  text: string,
  secretOf: SecretOf,
): Promise<string> {
  const { accessKeyId, day, region, service } = scopeOf(credential)
  const secretAccessKey = secretOf(accessKeyId)
  if (secretAccessKey === undefined)
    throw new StorageError(
      403,
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
    )
  const sha256 = Hash.bind(null, "sha256")
  const key = await getSigningKey(sha256, { accessKeyId, secretAccessKey }, day, region, service)
  const expected = createHmac("sha256", key).update(text).digest()
  const given = Buffer.from(signature, "hex")
  const isRight = given.length === expected.length && timingSafeEqual(given, expected)
  if (!isRight || !date.startsWith(`${day}T`) || service !== "s3")
    throw new StorageError(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
    )
  return accessKeyId
}

function inHeader({ headers }: IncomingMessage): Claim {
  const parts = /^(\S+) Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/.exec(
    headers.authorization ?? "",
  )
  const [, algorithm, credential, signed, signature] = parts ?? []
  if (algorithm !== ALGORITHM || !credential || !signed || !signature) throw malformed()
  const { "x-amz-content-sha256": payload, "x-amz-date": date } = headers
  if (typeof payload !== "string")
    throw new StorageError(400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256")
  if (typeof date !== "string") throw denied("AWS authentication requires a valid Date or x-amz-date header")
  return { credential, date, headers: signed.split(";"), signature, payload }
}

function inQuery(query: URLSearchParams): Claim {
  const [algorithm, credential, date, signed, signature] = [
    "Algorithm",
    "Credential",
    "Date",
    "SignedHeaders",
    "Signature",
  ].map((name) => query.get(`X-Amz-${name}`))
  if (algorithm !== ALGORITHM || !credential || !date || !signed || !signature) throw malformedQuery()
  const payload = query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD"
  return { credential, date, headers: signed.split(";"), signature, payload }
}

/** A header that S3 acts upon must not have come to the request later. */
function assertAllSigned({ headers }: IncomingMessage, signed: string[]): void {
  const open = Object.keys(headers).some((name) => name.startsWith("x-amz-") && !signed.includes(name))
  if (open || !signed.includes("host")) throw denied("There were headers present in the request which were not signed")
}

/** The text that is signed, of the request as it came. */
function toSign(request: IncomingMessage, { path, query }: Address, claim: Claim): string {
  const { method = "GET", headersDistinct } = request
  const headers = getCanonicalHeaders(
    {
      ...NOWHERE,
      method,
      path,
      headers: Object.fromEntries(claim.headers.map((name) => [name, headersDistinct[name]?.join(",") ?? ""])),
    },
    undefined,
    new Set(claim.headers), // also those that the signer would rather leave out
  )
  const names = Object.keys(headers).sort()
  const canonical = [
    method,
    path,
    getCanonicalQuery({
      ...NOWHERE,
      method,
      path,
      headers: {},
      query: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    }),
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    names.join(";"),
    claim.payload,
  ].join("\n")
  const { day, region, service } = scopeOf(claim.credential)
  const hash = createHash("sha256").update(canonical).digest("hex")
  return [ALGORITHM, claim.date, createScope(day, region, service), hash].join("\n")
}

/** A request has these, but no signature is about them. */
const NOWHERE = { protocol: "http:", hostname: "localhost" }

function scopeOf(credential: string) {
  const [, accessKeyId, day, region, service] = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential) ?? []
  if (!accessKeyId || !day || !region || !service) throw malformed()
  return { accessKeyId, day, region, service }
}

function assertFresh(date: string, now: number): void {
  if (Math.abs(now - timeOf(date)) > MAX_SKEW_MS)
    throw new StorageError(
      403,
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
    )
}

function assertCurrent(date: string, query: URLSearchParams, now: number): void {
  const expiresS = Number(query.get("X-Amz-Expires") || Number.NaN)
  if (!Number.isInteger(expiresS) || expiresS < 1 || expiresS > MAX_EXPIRES_S) throw malformedQuery()
  const signedAt = timeOf(date)
  if (now < signedAt - MAX_SKEW_MS) throw denied("Request is not yet valid")
  if (now >= signedAt + expiresS * 1000) throw denied("Request has expired")
}

function timeOf(date: string): number {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, "$1-$2-$3:$4:$5")
  const time = Date.parse(iso)
  if (iso === date || Number.isNaN(time)) throw denied("AWS authentication requires a valid Date or x-amz-date header")
  return time
}

const malformed = () =>
  new StorageError(400, "AuthorizationHeaderMalformed", "The authorization header that you provided is not valid.")

const malformedQuery = () =>
  new StorageError(
    400,
    "AuthorizationQueryParametersError",
    "The query parameters that carry the signature are not valid.",
  )
