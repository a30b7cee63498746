import type { IncomingMessage, ServerResponse } from "node:http"
import { XmlNode } from "@aws-sdk/xml-builder"
import { escapeUriPath } from "@smithy/core/protocols"
import type { Clock } from "@spec-wizard/core/clock"
import { type Address, addressOf } from "./address.ts"
import { bodyOf } from "./body.ts"
import { deleteCondition, putCondition } from "./condition.ts"
import { deleteObjects, MAX_DELETE_BYTES } from "./delete.ts"
import { denied, noSuchKey, notImplemented, sendXml } from "./error.ts"
import type { Entry, Files } from "./files.ts"
import { sendObject } from "./get.ts"
import { headersOf, OVERRIDABLE, uploadHeaders } from "./headers.ts"
import { listObjects, listVersions } from "./list.ts"
import { postObject } from "./post.ts"
import { type SecretOf, verify } from "./signature.ts"
import { assertVersion } from "./version.ts"

/** What somebody asks to do, in IAM's words. */
export type StorageCall = {
  accessKeyId: string
  action:
    | "s3:GetObject"
    | "s3:PutObject"
    | "s3:DeleteObject"
    | "s3:DeleteObjectVersion"
    | "s3:ListBucket"
    | "s3:ListBucketVersions"
  bucket: string
  /** Empty for the bucket itself. */
  key: string
}

type Call = {
  request: IncomingMessage
  response: ServerResponse
  address: Address
  accessKeyId: string
  payload: string
}

/** Query parameters that say which operation is meant, or are known to it. All others would be missed only on AWS. */
const KNOWN: Record<string, readonly string[]> = {
  "GET object": OVERRIDABLE.map((name) => `response-${name}`),
  "HEAD object": OVERRIDABLE.map((name) => `response-${name}`),
  "PUT object": [],
  "DELETE object": ["versionId"],
  "GET bucket": ["list-type", "prefix", "max-keys", "continuation-token", "start-after"],
  "GET versions": ["versions", "prefix", "max-keys", "key-marker", "version-id-marker"],
  "POST bucket": ["delete"],
}

/** S3's operations, as far as this product uses them. */
export class StorageService {
  readonly #files: Files
  readonly #clock: Clock
  readonly #secretOf: SecretOf
  readonly #isGranted: (call: StorageCall) => boolean

  constructor(options: { files: Files; clock: Clock; secretOf: SecretOf; isGranted: (call: StorageCall) => boolean }) {
    this.#files = options.files
    this.#clock = options.clock
    this.#secretOf = options.secretOf
    this.#isGranted = options.isGranted
  }

  /** @throws {StorageError} for what S3 refuses */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request)
    if (isForm(request, address)) return await this.#post(request, response, address)
    const signed = await verify(request, address, this.#secretOf, this.#clock.now())
    const operation = operationOf(request, address)
    const call = { request, response, address, ...signed }
    if (operation === "PUT object") return await this.#put(call)
    if (operation === "DELETE object") return await this.#delete(call)
    if (operation === "GET bucket") return this.#list(call, "s3:ListBucket", listObjects)
    if (operation === "GET versions") return this.#list(call, "s3:ListBucketVersions", listVersions)
    if (operation === "POST bucket") return await this.#deleteMany(call)
    await this.#get(call)
  }

  async #get({ response, address, accessKeyId }: Call): Promise<void> {
    this.#assertMay(accessKeyId, "s3:GetObject", address)
    if (await sendObject(this.#files, address, response)) return
    // Whoever may not list must not learn what there is.
    this.#assertMay(accessKeyId, "s3:ListBucket", { ...address, key: "" })
    throw noSuchKey()
  }

  async #put({ request, response, address, accessKeyId, payload }: Call): Promise<void> {
    this.#assertMay(accessKeyId, "s3:PutObject", address)
    const { bucket, key, query } = address
    const headers = headersOf(uploadHeaders(request.headers, query))
    const body = bodyOf(request, payload)
    const entry = await this.#files.put({ bucket, key }, headers, body, putCondition(request.headers))
    response.writeHead(200, { ...stored(entry), "content-length": 0 }).end()
  }

  async #delete({ request, response, address, accessKeyId }: Call): Promise<void> {
    const version = address.query.get("versionId") ?? undefined
    this.#assertMay(accessKeyId, deleting(version), address)
    assertVersion(version)
    await this.#files.delete(address, deleteCondition(request.headers))
    response.writeHead(204, version === undefined ? {} : { "x-amz-version-id": version }).end()
  }

  #list({ response, address, accessKeyId }: Call, action: StorageCall["action"], list: typeof listObjects): void {
    this.#assertMay(accessKeyId, action, address)
    sendXml(response, 200, list(this.#files, address))
  }

  async #deleteMany({ request, response, address, accessKeyId, payload }: Call): Promise<void> {
    const { bucket } = address
    const text = await bodyOf(request, payload, MAX_DELETE_BYTES).text()
    const mayDelete = (key: string, version?: string) =>
      this.#isGranted({ accessKeyId, action: deleting(version), bucket, key })
    sendXml(response, 200, await deleteObjects(this.#files, bucket, text, mayDelete))
  }

  async #post(request: IncomingMessage, response: ServerResponse, address: Address): Promise<void> {
    const { entry, status } = await postObject(this.#files, request, address, {
      secretOf: this.#secretOf,
      now: this.#clock.now(),
      assertMayPut: (accessKeyId, key) => this.#assertMay(accessKeyId, "s3:PutObject", { ...address, key }),
    })
    const { bucket, key, etag } = entry
    const location = `http://${request.headers.host}${escapeUriPath(`/${bucket}/${key}`)}`
    for (const [name, value] of Object.entries({ ...stored(entry), location })) response.setHeader(name, value)
    if (status !== 201) return void response.writeHead(status, status === 200 ? { "content-length": 0 } : {}).end()
    const facts = { Location: location, Bucket: bucket, Key: key, ETag: etag }
    sendXml(
      response,
      201,
      new XmlNode(
        "PostResponse",
        Object.entries(facts).map(([name, text]) => XmlNode.of(name, text)),
      ),
    )
  }

  #assertMay(
    accessKeyId: string,
    action: StorageCall["action"],
    { bucket, key }: { bucket: string; key: string },
  ): void {
    if (!this.#isGranted({ accessKeyId, action, bucket, key })) throw denied()
  }
}

/** A browser's form carries its signature inside. */
const isForm = ({ method, headers }: IncomingMessage, { key }: Address): boolean =>
  method === "POST" && key === "" && /^multipart\/form-data\b/i.test(headers["content-type"] ?? "")

function operationOf({ method }: IncomingMessage, { key, query }: Address): string {
  const operation = `${method} ${key !== "" ? "object" : query.has("versions") ? "versions" : "bucket"}`
  const known = KNOWN[operation]
  if (!known || (operation === "POST bucket" && !query.has("delete"))) throw notImplemented(operation)
  if (operation === "GET bucket" && query.get("list-type") !== "2") throw notImplemented("anything but ListObjectsV2")
  for (const name of query.keys())
    if (name !== "x-id" && !/^x-amz-/i.test(name) && !known.includes(name)) throw notImplemented(name)
  return operation
}

const deleting = (version?: string) => (version === undefined ? "s3:DeleteObject" : "s3:DeleteObjectVersion")

const stored = ({ etag, checksum, headers }: Entry): Record<string, string> => ({
  etag,
  ...(checksum && { [checksum.name]: checksum.value, "x-amz-checksum-type": "FULL_OBJECT" }),
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("x-amz-server-side-encryption"))),
})
