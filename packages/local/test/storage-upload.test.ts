import { readdir, rm } from "node:fs/promises"
import { Agent } from "node:http"
import path from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3"
import { describe, expect, test } from "vitest"
import { aDirectory, Bucket, clientOf, closeAfter, openStorage, sendRaw } from "./storage.ts"
import { until } from "./until.ts"

const Key = "a"
const MIB = 1024 * 1024
const put = (s3: S3Client, Body: string | Readable, more: Partial<PutObjectCommandInput> = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
const stream = (text: string) => Readable.from([Buffer.from(text)], { objectMode: false })

/** Only whole objects: one file of bytes, and one that names it, for each. */
const filesIn = async (directory: string) => (await readdir(directory)).map((name) => name.replace(/^.*\./, "")).sort()

/** A client behind a line that does that to every body, after it was signed. */
function corrupting(
  endpoint: string,
  corrupt: (body: Buffer) => Buffer,
  config: Partial<S3ClientConfig> = {},
): S3Client {
  const client = clientOf(endpoint, config)
  client.middlewareStack.add(
    (next) => async (step) => {
      const request = step.request as { body: Readable | string | Buffer } // an HttpRequest, by now
      const { body } = request
      request.body = corrupt(body instanceof Readable ? await buffer(body) : Buffer.from(body))
      return await next(step)
    },
    { step: "finalizeRequest", priority: "low" },
  )
  return client
}

/** What comes in chunks has another length than they say. */
const lengthening = (body: Buffer) => Buffer.from(body.toString("latin1").replace("3\r\nnew", "3\r\nnewer"), "latin1")

const flipping = (letter: string) => (body: Buffer) =>
  Buffer.from(body.toString("latin1").replace(letter, "!"), "latin1")

describe("an upload", () => {
  test.each<[string, string, (endpoint: string, good: S3Client) => Promise<unknown>]>([
    [
      "with another letter than was signed",
      "XAmzContentSHA256Mismatch",
      (endpoint) => put(corrupting(endpoint, flipping("e")), "new"),
    ],
    ["with a wrong CRC32", "BadDigest", (_, good) => put(good, "new", { ChecksumCRC32: "AAAAAA==" })],
    [
      "with a wrong SHA-256",
      "BadDigest",
      (_, good) => put(good, "new", { ChecksumSHA256: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" }),
    ],
    ["with a wrong MD5", "BadDigest", (_, good) => put(good, "new", { ContentMD5: "1B2M2Y8AsgTpgAmY7PhCfg==" })],
    [
      "as a stream, with another letter than was summed up",
      "BadDigest",
      (endpoint) => put(corrupting(endpoint, flipping("w")), stream("new"), { ContentLength: 3 }),
    ],
    [
      "as a stream without its end",
      "IncompleteBody",
      (endpoint) =>
        put(
          corrupting(endpoint, (body) => body.subarray(0, 6)),
          stream("new"),
          { ContentLength: 3 },
        ),
    ],
    [
      "as a stream without its trailer",
      "BadDigest",
      (endpoint) => put(corrupting(endpoint, flipping("x-amz")), stream("new"), { ContentLength: 3 }),
    ],
    [
      "as a stream whose chunks are none",
      "IncompleteBody",
      (endpoint) =>
        put(
          corrupting(endpoint, () => Buffer.from("new\r\n")),
          stream("new"),
          { ContentLength: 3 },
        ),
    ],
    [
      "as a stream whose chunk is longer than it says",
      "IncompleteBody",
      (endpoint) => put(corrupting(endpoint, lengthening), stream("new"), { ContentLength: 3 }),
    ],
    ["as a stream of another length", "IncompleteBody", (_, good) => put(good, stream("new"), { ContentLength: 4 })],
    [
      "with a checksum that is not known here",
      "NotImplemented",
      (_, good) => put(good, "new", { ChecksumCRC64NVME: "AAAAAAAAAAA=" }),
    ],
    ["that asks for more than is here", "NotImplemented", (_, good) => put(good, "new", { Tagging: "a=b" })],
  ])("%s is refused; what was there before stays, nothing else does", async (_, name, attempt) => {
    const directory = await aDirectory()
    const { s3, endpoint } = await openStorage({ directory })
    await put(s3, "old")
    await expect(attempt(endpoint, s3)).rejects.toMatchObject({ name })
    expect(await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()).toBe("old")
    expect(await filesIn(directory)).toEqual(["body", "json"])
  })

  test("that is cut off leaves nothing behind", async () => {
    const directory = await aDirectory()
    const { s3 } = await openStorage({ directory })
    const cut = new AbortController()
    async function* endless() {
      yield Buffer.alloc(1024 * 1024)
      await until(async () => (await filesIn(directory)).includes("body"))
      cut.abort()
      yield Buffer.alloc(1)
    }
    const command = new PutObjectCommand({ Bucket, Key, Body: Readable.from(endless()), ContentLength: 9_999_999 })
    await expect(s3.send(command, { abortSignal: cut.signal })).rejects.toMatchObject({ name: "AbortError" })
    await until(async () => (await filesIn(directory)).length === 0)
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: "NoSuchKey" })
  })

  test("that a stop cuts off is cleared away when the stop is done", async () => {
    const directory = await aDirectory()
    const { s3, stop } = await openStorage({ directory })
    let isStopped = false
    async function* endless() {
      yield Buffer.alloc(MIB)
      await until(async () => (await filesIn(directory)).includes("body"))
      await stop()
      expect(await filesIn(directory)).toEqual([])
      isStopped = true
    }
    const command = new PutObjectCommand({ Bucket, Key, Body: Readable.from(endless()), ContentLength: 9_999_999 })
    await expect(s3.send(command)).rejects.toThrow()
    await until(() => isStopped)
  })

  test("that the disk refuses is our error, and said so", async () => {
    const directory = path.join(await aDirectory(), "objects")
    const { s3 } = await openStorage({ directory })
    await rm(directory, { recursive: true })
    await expect(put(s3, "a".repeat(20 * MIB))).rejects.toMatchObject({
      name: "InternalError",
      $metadata: { httpStatusCode: 500 },
    })
  })

  test.each<[string, string, (endpoint: string, line: Agent) => Promise<string>]>([
    [
      "nobody signed it",
      "403 AccessDenied",
      (endpoint, agent) => sendLarge(endpoint, agent, `/${Bucket}/${Key}`, { method: "PUT" }),
    ],
    [
      "its form is not signed",
      "403 AccessDenied",
      (endpoint, agent) => sendLarge(endpoint, agent, `/${Bucket}`, { method: "POST", ...FORM }, FORM_START),
    ],
    [
      "its chunks are none",
      "400 IncompleteBody",
      async (endpoint, agent) => {
        const bytes = Buffer.concat([Buffer.from("no size\r\n"), LARGE])
        const s3 = corrupting(endpoint, () => bytes, { requestHandler: { httpAgent: agent } })
        const refused = put(s3, stream("new"), { ContentLength: 3 })
        return await refused.then(
          () => "accepted",
          ({ $metadata, name }) => `${$metadata.httpStatusCode} ${name}`,
        )
      },
    ],
  ])("that is large and refused because %s hears why, and its line serves the next", async (_, why, attempt) => {
    const { endpoint } = await openStorage()
    const line = new Agent({ keepAlive: true, maxSockets: 1 })
    closeAfter(() => line.destroy())
    expect(await attempt(endpoint, line)).toBe(why)
    expect(await sendRaw(endpoint, `/${Bucket}/a`, { agent: line })).toMatchObject({ status: 403 })
  })
})

const LARGE = Buffer.alloc(20 * MIB)
const FORM = { headers: { "content-type": "multipart/form-data; boundary=x" } }
const FORM_START = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'

async function sendLarge(endpoint: string, agent: Agent, at: string, options: object, start = ""): Promise<string> {
  const body = Buffer.concat([Buffer.from(start), LARGE, Buffer.from("\r\n--x--\r\n")])
  const answer = await sendRaw(endpoint, at, { ...options, agent, body })
  return `${answer.status} ${/<Code>(\w+)/.exec(answer.body)?.[1]}`
}

describe("a key", () => {
  const keyed = (s3: S3Client, Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "escaped" }))

  test.each(["..", "../a", "../../../../etc/cron.d/a", "a/../../b", "a/../..", "a\0b", "\0"])(
    "that would climb or end early is refused: %j",
    async (key) => {
      const { s3 } = await openStorage()
      await expect(keyed(s3, key)).rejects.toMatchObject({ name: "InvalidURI", $metadata: { httpStatusCode: 400 } })
    },
  )

  test("never becomes a path: whatever it is, its files stand in the directory, under names of ours", async () => {
    const parent = await aDirectory()
    const directory = path.join(parent, "objects")
    const { s3, endpoint } = await openStorage({ directory })
    const keys = [
      "a/../b",
      "./a",
      "/etc/passwd",
      "..\\..\\a",
      "a%00b",
      "%2e%2e/%2e%2e/a",
      "C:\\a",
      "CON",
      ".tmp",
      "x.json",
    ]
    for (const key of keys) await keyed(s3, key)
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }))
    expect(Contents?.map(({ Key }) => Key).sort()).toEqual([...keys].sort())
    for (const at of [
      "/../a",
      "/..%2f..%2fetc/passwd",
      "/%2e%2e/a",
      "/.",
      "//etc/passwd",
      "/a/b",
      "/UPPER/a",
      "/a_b/c",
    ])
      expect(await sendRaw(endpoint, at)).toMatchObject({
        status: 400,
        body: expect.stringContaining("InvalidBucketName"),
      })
    for (const at of [
      "/bucket/%ff",
      "/bucket/%",
      "/bucket/%00",
      "/bucket/%2e%2e%2fa",
      "/bucket/..%2F..%2Fa",
      "http://evil/a",
    ])
      expect(await sendRaw(endpoint, at)).toMatchObject({ status: 400, body: expect.stringContaining("InvalidURI") })
    expect(await readdir(parent)).toEqual(["objects"])
    const names = await readdir(directory)
    expect(names).toHaveLength(2 * keys.length)
    for (const name of names) expect(name).toMatch(/^([0-9a-f]{64}\.json|[0-9a-f-]{36}\.body)$/)
  })
})
