import type { IncomingHttpHeaders } from "node:http"
import { invalid, notImplemented, StorageError } from "./error.ts"

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const MAX_METADATA_BYTES = 2048
const META = "x-amz-meta-"

/** What an object is stored with, and sent with again. */
const KEPT = new Set([
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-server-side-encryption-bucket-key-enabled",
])

/** About the request, not the object. Looked at elsewhere, or by nobody. */
const OF_REQUEST =
  /^x-amz-(algorithm|credential|date|expires|signature|signedheaders|security-token|content-sha256|user-agent|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.+)$/

/** Those that an answer may have otherwise, by whoever signed for it: `response-content-type`. */
export const OVERRIDABLE = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]

/**
 * Of the headers of an upload, or the fields of a form, those that stay with the object. What asks for anything else of S3 is refused, for
 * it would be missed only on AWS.
 */
export function headersOf(given: Iterable<[name: string, value: string]>): Record<string, string> {
  const headers: Record<string, string> = {}
  let metadataBytes = 0
  for (const [name, value] of given) {
    if (!KEPT.has(name) && !name.startsWith(META)) {
      if (name.startsWith("x-amz-") && !OF_REQUEST.test(name)) throw notImplemented(name)
      continue
    }
    assertSendable(value)
    if (name.startsWith(META)) metadataBytes += name.length - META.length + value.length
    headers[name] = value
  }
  if (metadataBytes > MAX_METADATA_BYTES)
    throw new StorageError(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
  return { "content-type": "binary/octet-stream", ...withoutChunked(headers) }
}

/** Presigned URLs say in their query what otherwise stands in headers. */
export function* uploadHeaders(headers: IncomingHttpHeaders, query: URLSearchParams): Generator<[string, string]> {
  for (const [name, value] of query) if (/^x-amz-/i.test(name)) yield [name.toLowerCase(), value]
  for (const [name, value] of Object.entries(headers)) if (typeof value === "string") yield [name, value]
}

/** @throws {StorageError} for what no header can have. */
export function assertSendable(value: string): void {
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) throw invalid("Header value cannot be represented using ISO-8859-1.")
}

/** `aws-chunked` is how the body came, not what it is. */
function withoutChunked({ "content-encoding": encoding, ...headers }: Record<string, string>): Record<string, string> {
  const rest = (encoding ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== "aws-chunked")
  return { ...headers, ...(rest.length > 0 && { "content-encoding": rest.join(",") }) }
}
