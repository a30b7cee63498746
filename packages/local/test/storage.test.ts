import { createHash } from "node:crypto"
import { readdir, stat } from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from "@aws-sdk/client-s3"
import { describe, expect, test } from "vitest"
import { aDirectory, Bucket, clientOf, everythingHere, NOON, openStorage } from "./storage.ts"
import { until } from "./until.ts"

const put = (s3: S3Client, Key: string, Body: PutObjectCommandInput["Body"] = "", more = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
const get = (s3: S3Client, Key: string, more = {}) => s3.send(new GetObjectCommand({ Bucket, Key, ...more }))
const read = async (s3: S3Client, Key: string) => (await get(s3, Key)).Body?.transformToString()
const list = async (s3: S3Client, more = {}) => await s3.send(new ListObjectsV2Command({ Bucket, ...more }))
const keysOf = async (s3: S3Client, more = {}) => (await list(s3, more)).Contents?.map(({ Key }) => Key)

const MIB = 1024 * 1024

/** So many bytes, a MiB at a time; no MiB is like another. */
function* pieces(bytes: number): Generator<Buffer> {
  for (let at = 0; at < bytes; at += MIB) yield Buffer.alloc(Math.min(MIB, bytes - at), `piece ${at}.`)
}

describe("an object", () => {
  test("comes back as it was put, with its headers and metadata", async () => {
    const { s3 } = await openStorage()
    const { ETag } = await put(s3, "a/spec.pdf", "%PDF", {
      ContentType: "application/pdf",
      ContentDisposition: 'attachment; filename="spec.pdf"',
      CacheControl: "private, max-age=60",
      ContentEncoding: "identity",
      Metadata: { session: "ses_1" },
      ServerSideEncryption: "aws:kms",
    })
    expect(ETag).toBe(`"${createHash("md5").update("%PDF").digest("hex")}"`)
    const facts = {
      ContentType: "application/pdf",
      ContentDisposition: 'attachment; filename="spec.pdf"',
      CacheControl: "private, max-age=60",
      ContentEncoding: "identity",
      ContentLength: 4,
      AcceptRanges: "bytes",
      Metadata: { session: "ses_1" },
      ServerSideEncryption: "aws:kms",
      LastModified: new Date(NOON),
      ETag,
    }
    const got = await get(s3, "a/spec.pdf")
    expect(got).toMatchObject({ ...facts, ChecksumCRC32: expect.any(String) })
    expect(await got.Body?.transformToString()).toBe("%PDF")
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: "a/spec.pdf" }))).toMatchObject(facts)
  })

  test("may be empty", async () => {
    const { s3 } = await openStorage()
    await put(s3, "empty")
    const got = await get(s3, "empty")
    expect(got).toMatchObject({ ContentLength: 0, ETag: '"d41d8cd98f00b204e9800998ecf8427e"' })
    expect(await got.Body?.transformToString()).toBe("")
    await expect(get(s3, "empty", { Range: "bytes=0-0" })).rejects.toMatchObject({ name: "InvalidRange" })
  })

  test("of 50 MB goes through as a stream: it is on the disk before its end has come", async () => {
    const directory = await aDirectory()
    const { s3 } = await openStorage({ directory })
    const bytes = 50 * MIB + 1
    const onDisk = async () => {
      const [file] = (await readdir(directory)).filter((name) => name.endsWith(".body"))
      return file === undefined ? 0 : (await stat(path.join(directory, file))).size
    }
    async function* waiting() {
      let at = 0
      for (const piece of pieces(bytes)) {
        if (at === 40 * MIB) await until(async () => (await onDisk()) > 30 * MIB)
        at += piece.length
        yield piece
      }
    }
    const source = Readable.from(waiting(), { objectMode: false })
    const { ETag } = await put(s3, "large", source, { ContentLength: bytes })
    const md5 = createHash("md5")
    for (const piece of pieces(bytes)) md5.update(piece)
    const back = createHash("md5")
    const got = await get(s3, "large")
    for await (const piece of got.Body as Readable) back.update(piece) // in Node it is one
    expect([ETag, got.ETag, `"${back.digest("hex")}"`]).toEqual(Array(3).fill(`"${md5.digest("hex")}"`))
    expect(await onDisk()).toBe(bytes)
  })

  test.each(["Grüße/日本語 🎩.pdf", "a b+c&d=e?f#g%20h", "it's (all) *fine*!", "<&\"'>", "~-_.", "%2e%2e%2f", "a//b/"])(
    "is found under its key: %s",
    async (key) => {
      const { s3 } = await openStorage()
      await put(s3, key, key)
      expect(await read(s3, key)).toBe(key)
      expect(await keysOf(s3)).toEqual([key])
      await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: key }] } }))
      expect(await keysOf(s3)).toBeUndefined()
    },
  )

  test("may have a key of 1024 bytes", async () => {
    const { s3 } = await openStorage()
    for (const key of ["x".repeat(1024), "ä".repeat(512)]) {
      await put(s3, key, "long")
      expect(await read(s3, key)).toBe("long")
      await expect(put(s3, `${key}x`)).rejects.toMatchObject({ name: "KeyTooLongError" })
    }
  })

  test("shares nothing with those whose keys are alike, nor with another bucket's", async () => {
    const { s3 } = await openStorage()
    const keys = ["a", "A", "a/", "a/b", "a%2Fb", "a.json", "a.tmp", "\u00e9", "e\u0301"]
    for (const key of keys) await put(s3, key, key)
    await s3.send(new PutObjectCommand({ Bucket: "another-bucket", Key: "a", Body: "another" }))
    for (const key of keys) expect(await read(s3, key)).toBe(key)
    expect((await keysOf(s3))?.sort()).toEqual([...keys].sort())
  })

  test("is read in ranges, from any end", async () => {
    const { s3 } = await openStorage()
    await put(s3, "digits", "0123456789")
    const range = async (Range: string) => {
      const { Body, ContentRange } = await get(s3, "digits", { Range })
      return [await Body?.transformToString(), ContentRange]
    }
    expect(await range("bytes=2-4")).toEqual(["234", "bytes 2-4/10"])
    expect(await range("bytes=7-")).toEqual(["789", "bytes 7-9/10"])
    expect(await range("bytes=-3")).toEqual(["789", "bytes 7-9/10"])
    expect(await range("bytes=-30")).toEqual(["0123456789", "bytes 0-9/10"])
    expect(await range("bytes=9-99")).toEqual(["9", "bytes 9-9/10"])
    for (const nonsense of ["bytes=", "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=1-2"])
      expect(await range(nonsense)).toEqual(["0123456789", undefined])
    for (const outside of ["bytes=10-", "bytes=-0"])
      await expect(range(outside)).rejects.toMatchObject({
        name: "InvalidRange",
        $metadata: { httpStatusCode: 416 },
      })
  })

  test("is not sent to who has it, nor to who wants another version", async () => {
    const { s3 } = await openStorage()
    const { ETag } = await put(s3, "a", "one")
    const refused = (more: object) => get(s3, "a", more).catch((error) => error.$metadata.httpStatusCode)
    expect(await refused({ IfNoneMatch: ETag })).toBe(304)
    expect(await refused({ IfNoneMatch: `"x", W/${ETag}` })).toBe(304)
    expect(await refused({ IfMatch: '"x"' })).toBe(412)
    expect(await (await get(s3, "a", { IfMatch: ETag, IfNoneMatch: '"x"' })).Body?.transformToString()).toBe("one")
  })

  test("that there is not is said to be missing; deleting it is no error", async () => {
    const { s3 } = await openStorage()
    await expect(get(s3, "a")).rejects.toMatchObject({ name: "NoSuchKey", $metadata: { httpStatusCode: 404 } })
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: "a" }))).rejects.toMatchObject({ name: "NotFound" })
    await put(s3, "a", "one")
    for (let time = 0; time < 2; time++) await s3.send(new DeleteObjectCommand({ Bucket, Key: "a" }))
    await expect(get(s3, "a")).rejects.toMatchObject({ name: "NoSuchKey" })
  })

  test("is found at a host of its bucket's name", async () => {
    const { s3, endpoint } = await openStorage()
    const virtual = clientOf(endpoint.replace("127.0.0.1", "localhost"), {
      requestHandler: { httpAgent: everythingHere() },
    })
    let host: unknown
    virtual.middlewareStack.add(
      (next) => async (step) => {
        host = (step.request as { hostname: string }).hostname // an HttpRequest from the build step on
        return await next(step)
      },
      { step: "finalizeRequest", priority: "low" },
    )
    await put(virtual, "a/ü", "virtual")
    expect(host).toBe(`${Bucket}.localhost`)
    expect(await read(virtual, "a/ü")).toBe("virtual")
    expect(await read(s3, "a/ü")).toBe("virtual")
    expect(await keysOf(virtual)).toEqual(["a/ü"])
  })
})

describe("of many at once", () => {
  test("that put only what is not there, one wins", async () => {
    const { s3 } = await openStorage()
    const writers = Array.from({ length: 20 }, (_, at) => `writer ${at} `.repeat(1000))
    const results = await Promise.allSettled(writers.map((body) => put(s3, "a", body, { IfNoneMatch: "*" })))
    const winners = writers.filter((_, at) => results[at]?.status === "fulfilled")
    expect(winners).toEqual([await read(s3, "a")])
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ name: "PreconditionFailed", $metadata: { httpStatusCode: 412 } })
  })

  test("that replace one version, one wins", async () => {
    const { s3 } = await openStorage()
    await expect(put(s3, "a", "new", { IfMatch: '"x"' })).rejects.toMatchObject({ name: "NoSuchKey" })
    const { ETag } = await put(s3, "a", "old")
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => put(s3, "a", `new ${at}`, { IfMatch: ETag })),
    )
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  })

  test("that write one key, whoever reads it meanwhile has one of theirs whole, with its headers", async () => {
    const { s3 } = await openStorage()
    const write = (at: number) =>
      put(s3, "a", String.fromCharCode(97 + at).repeat(100_000 + at), { Metadata: { at: String(at) } })
    await write(0)
    let isWriting = true
    const reading = (async () => {
      const seen: string[] = []
      while (isWriting) {
        const { Body, Metadata, ETag, ContentLength } = await get(s3, "a")
        const body = (await Body?.transformToString()) ?? ""
        const at = Number(Metadata?.["at"])
        expect(ContentLength).toBe(100_000 + at)
        expect(body === String.fromCharCode(97 + at).repeat(100_000 + at)).toBe(true)
        expect(ETag).toBe(`"${createHash("md5").update(body).digest("hex")}"`)
        seen.push(body)
      }
      return seen
    })()
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 10 }, (_, at) => write(at)))
    isWriting = false
    expect((await reading).length).toBeGreaterThan(0)
  })
})

describe("a list", () => {
  test("is in the order of the keys' bytes, by prefix, and goes on where it ended", async () => {
    const { s3 } = await openStorage()
    const keys = ["b/2", "a/1", "b/10", "b/\u{1f3a9}", "b/\uffee", "b/ü", "c"]
    for (const key of keys) await put(s3, key, key)
    expect(await keysOf(s3)).toEqual(["a/1", "b/10", "b/2", "b/ü", "b/\uffee", "b/\u{1f3a9}", "c"])
    expect(await keysOf(s3, { Prefix: "b/", StartAfter: "b/2" })).toEqual(["b/ü", "b/\uffee", "b/\u{1f3a9}"])
    const found: unknown[] = []
    let ContinuationToken: string | undefined
    do {
      const page = await list(s3, { Prefix: "b/", MaxKeys: 2, ...(ContinuationToken && { ContinuationToken }) })
      expect(page.KeyCount).toBe(page.Contents?.length)
      found.push(...(page.Contents ?? []).map(({ Key, Size }) => `${Key} ${Size}`))
      ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
    } while (ContinuationToken)
    expect(found).toEqual(["b/10 4", "b/2 3", "b/ü 4", "b/\uffee 5", "b/\u{1f3a9} 6"])
    await expect(list(s3, { ContinuationToken: "?" })).rejects.toMatchObject({ name: "InvalidArgument" })
    await expect(list(s3, { Delimiter: "/" })).rejects.toMatchObject({ name: "NotImplemented" })
  })

  test("of objects is deleted at once, those that are not there too", async () => {
    const { s3 } = await openStorage()
    for (const key of ["a", "b", " c "]) await put(s3, key)
    const objects = ["a", " c ", "d"].map((Key) => ({ Key }))
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: objects } }))
    expect(Deleted).toEqual(objects)
    expect(await keysOf(s3)).toEqual(["b"])
    const quiet = { Objects: [{ Key: "b" }], Quiet: true }
    expect((await s3.send(new DeleteObjectsCommand({ Bucket, Delete: quiet }))).Deleted).toBeUndefined()
    expect(await keysOf(s3)).toBeUndefined()
    const many = { Objects: Array.from({ length: 1001 }, (_, at) => ({ Key: String(at) })) }
    await expect(s3.send(new DeleteObjectsCommand({ Bucket, Delete: many }))).rejects.toMatchObject({
      name: "MalformedXML",
    })
  })
})
