import { createHash } from "node:crypto"
import type { IncomingHttpHeaders, IncomingMessage } from "node:http"
import { type Checksum, checksumNameIn, digestOf } from "./checksum.ts"
import { dechunk, incomplete } from "./chunked.ts"
import { invalid, notImplemented, StorageError } from "./error.ts"

/** Of one PUT. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html */
export const MAX_BYTES = 5 * 1024 ** 3

const CHUNKED = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
const UNSIGNED = "UNSIGNED-PAYLOAD"

/** What a body must turn out to be. */
export type Expected = {
  minBytes: number
  maxBytes: number
  /** In hex. */
  sha256?: string
  /** In base64. */
  md5?: string
  /** The value is empty until the trailers have been read. */
  checksum?: { name: string; value(): string | undefined }
}

/**
 * A body on its way in, one chunk at a time. Whoever reads it to its end has what was promised; what is something else throws before the
 * end. Then, and not before, size, ETag and checksum are known.
 */
export class Body implements AsyncIterable<Buffer> {
  readonly #source: AsyncIterable<Buffer>
  readonly #expected: Expected
  size = 0
  etag = ""
  checksum: Checksum | undefined

  constructor(source: AsyncIterable<Buffer>, expected: Expected) {
    this.#source = source
    this.#expected = expected
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    const { minBytes, maxBytes, sha256, md5, checksum } = this.#expected
    const md5Hash = createHash("md5")
    const sha256Hash = sha256 === undefined ? undefined : createHash("sha256")
    const digest = checksum && digestOf(checksum.name)
    for await (const chunk of this.#source) {
      this.size += chunk.length
      if (this.size > maxBytes)
        throw new StorageError(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
      for (const one of [md5Hash, sha256Hash, digest]) one?.update(chunk)
      yield chunk
    }
    if (this.size < minBytes)
      throw new StorageError(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
    if (sha256Hash && sha256Hash.digest("hex") !== sha256)
      throw new StorageError(
        400,
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      )
    const md5Bytes = md5Hash.digest()
    this.etag = `"${md5Bytes.toString("hex")}"`
    if (md5 !== undefined && md5Bytes.toString("base64") !== md5) throw badDigest("Content-MD5")
    if (checksum && digest) this.checksum = { name: checksum.name, value: digest.base64() }
    if (this.checksum && this.checksum.value !== checksum?.value()) throw badDigest(this.checksum.name)
  }

  /** All of it, for a body that is small by its `maxBytes`. */
  async text(): Promise<string> {
    const chunks: Buffer[] = []
    for await (const chunk of this) chunks.push(chunk)
    return Buffer.concat(chunks).toString("utf8")
  }
}

/** The body of a request whose signer said that of it. */
export function bodyOf(request: IncomingMessage, payload: string, maxBytes = MAX_BYTES): Body {
  const { headers } = request
  const source = withoutDestroying(request)
  const md5 = textIn(headers, "content-md5")
  if (payload === CHUNKED) {
    const length = lengthIn(headers, "x-amz-decoded-content-length")
    if (length > maxBytes) throw tooLarge()
    const trailers = new Map<string, string>()
    const name = checksumNameIn((textIn(headers, "x-amz-trailer") ?? "").toLowerCase().split(","))
    const data = ofLength(dechunk(source, trailers), length)
    const checksum = name === undefined ? checksumIn(headers) : { name, value: () => trailers.get(name) }
    return new Body(data, { minBytes: 0, maxBytes, ...(md5 && { md5 }), ...(checksum && { checksum }) })
  }
  if (payload !== UNSIGNED && !/^[0-9a-f]{64}$/.test(payload)) throw notImplemented(`x-amz-content-sha256: ${payload}`)
  if (headers["transfer-encoding"] !== undefined) throw notImplemented("Transfer-Encoding")
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge()
  const checksum = checksumIn(headers)
  return new Body(source, {
    minBytes: 0,
    maxBytes,
    ...(payload !== UNSIGNED && { sha256: payload }),
    ...(md5 && { md5 }),
    ...(checksum && { checksum }),
  })
}

/** Who stops reading early wants to answer on the same line. */
async function* withoutDestroying(request: IncomingMessage): AsyncGenerator<Buffer> {
  yield* request.iterator({ destroyOnReturn: false })
}

async function* ofLength(source: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes
  for await (const chunk of source) {
    left -= chunk.length
    if (left < 0) throw incomplete()
    yield chunk
  }
  if (left > 0) throw incomplete()
}

/** Of a header, not of the query: there the SDK writes the checksum of nothing into every URL it presigns, and S3 looks past it. */
function checksumIn(headers: IncomingHttpHeaders): Expected["checksum"] {
  const name = checksumNameIn(Object.keys(headers))
  return name === undefined ? undefined : { name, value: () => textIn(headers, name) }
}

function textIn(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === "string" && value !== "" ? value : undefined
}

function lengthIn(headers: IncomingHttpHeaders, name: string): number {
  const value = textIn(headers, name)
  if (value === undefined)
    throw new StorageError(411, "MissingContentLength", "You must provide the Content-Length HTTP header.")
  if (!/^\d{1,15}$/.test(value)) throw invalid(`${name} is not a length.`)
  return Number(value)
}

const tooLarge = () => new StorageError(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")

const badDigest = (name: string) =>
  new StorageError(400, "BadDigest", `The ${name} you specified did not match the calculated checksum.`)
