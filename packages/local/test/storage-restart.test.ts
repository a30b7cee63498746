import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readdir, rm, stat, writeFile } from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3"
import { describe, expect, test } from "vitest"
import { aDirectory, Bucket, clientOf, closeAfter, openStorage } from "./storage.ts"
import { until } from "./until.ts"

const ENGINE = new URL("../src/engine/storage/storage.ts", import.meta.url).href
const MIB = 1024 * 1024

/** The engine in a process of its own, to be killed. */
async function openChild(directory: string): Promise<{ child: ChildProcess; s3: S3Client }> {
  const script = `
    const { startStorage } = await import(${JSON.stringify(ENGINE)})
    const storage = await startStorage({ directory: ${JSON.stringify(directory)}, secretOf: () => "local", origins: [] })
    process.stdout.write(storage.endpoint)
  `
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] })
  closeAfter(() => child.kill("SIGKILL"))
  const [endpoint] = await once(child.stdout, "data")
  return { child, s3: clientOf(String(endpoint), { systemClockOffset: 0 }) }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit")
  child.kill("SIGKILL")
  await gone
}

const put = (s3: S3Client, Key: string, Body: string | Readable, more = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
const get = (s3: S3Client, Key: string) => s3.send(new GetObjectCommand({ Bucket, Key }))
const bodiesIn = async (directory: string) => (await readdir(directory)).filter((name) => name.endsWith(".body"))

describe("a start", () => {
  test("finds everything the last one kept, and nothing it deleted or replaced", async () => {
    const directory = await aDirectory()
    const first = await openStorage({ directory })
    const facts = { ContentType: "text/plain", Metadata: { a: "b" } }
    for (const key of ["a", "A", "ü/b", "x".repeat(1024)]) await put(first.s3, key, `body of ${key}`, facts)
    await put(first.s3, "a", "replaced", facts)
    const { LastModified, ETag, ChecksumCRC32 } = await get(first.s3, "a")
    expect(await bodiesIn(directory)).toHaveLength(4)
    await first.stop()
    const { s3, clock } = await openStorage({ directory })
    clock.at += 1000
    const got = await get(s3, "a")
    expect(got).toMatchObject({ ...facts, LastModified, ETag, ChecksumCRC32 })
    expect(await got.Body?.transformToString()).toBe("replaced")
    for (const key of ["A", "ü/b", "x".repeat(1024)])
      expect(await (await get(s3, key)).Body?.transformToString()).toBe(`body of ${key}`)
    await expect(put(s3, "a", "again", { IfNoneMatch: "*" })).rejects.toMatchObject({ name: "PreconditionFailed" })
    expect(await bodiesIn(directory)).toHaveLength(4)
  })

  test("without a directory keeps nothing, not even on the disk", async () => {
    const first = await openStorage()
    await put(first.s3, "a", "b")
    await first.stop()
    const { s3 } = await openStorage()
    expect((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents).toBeUndefined()
  })

  test("on a directory that another one has is refused", async () => {
    const directory = await aDirectory()
    await openStorage({ directory })
    await expect(openStorage({ directory })).rejects.toThrow("is in use by another start")
  })

  test("beside files that it cannot read serves the rest, and removes none of them", async () => {
    const directory = await aDirectory()
    const first = await openStorage({ directory })
    await put(first.s3, "a", "kept")
    await put(first.s3, "b", "lost")
    await first.stop()
    const [entry] = (await readdir(directory)).filter((name) => name.endsWith(".json"))
    await writeFile(path.join(directory, entry ?? ""), "{")
    const { s3 } = await openStorage({ directory })
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
    expect(Contents).toHaveLength(1)
    expect(["kept", "lost"]).toContain(await (await get(s3, Contents[0]?.Key ?? "")).Body?.transformToString())
    expect(await readdir(directory)).toHaveLength(4)
  })

  test("whose object has lost its bytes does not serve it", async () => {
    const directory = await aDirectory()
    const first = await openStorage({ directory })
    await put(first.s3, "a", "lost")
    await first.stop()
    for (const name of await bodiesIn(directory)) await rm(path.join(directory, name))
    const { s3 } = await openStorage({ directory })
    await expect(get(s3, "a")).rejects.toMatchObject({ name: "NoSuchKey" })
    await put(s3, "a", "found")
    expect(await (await get(s3, "a")).Body?.transformToString()).toBe("found")
  })
})

describe("a process that is killed", () => {
  test("in the middle of an upload leaves what was there before, and no remains after the next start", async () => {
    const directory = await aDirectory()
    const { child, s3 } = await openChild(directory)
    await put(s3, "a", "old")
    async function* half() {
      for (let at = 0; at < 8; at++) yield Buffer.alloc(MIB, "n")
      const isUnderWay = async (name: string) => (await stat(path.join(directory, name))).size > 4 * MIB
      await until(async () => (await Promise.all((await bodiesIn(directory)).map(isUnderWay))).includes(true))
      await kill(child)
      yield Buffer.alloc(8 * MIB, "n")
    }
    const source = Readable.from(half(), { objectMode: false })
    await expect(put(s3, "a", source, { ContentLength: 16 * MIB })).rejects.toThrow()
    await expect(put(s3, "b", "later")).rejects.toThrow()
    expect(await bodiesIn(directory)).toHaveLength(2)
    const next = await openStorage({ directory })
    expect(await (await get(next.s3, "a")).Body?.transformToString()).toBe("old")
    await expect(get(next.s3, "b")).rejects.toMatchObject({ name: "NoSuchKey" })
    expect(await bodiesIn(directory)).toHaveLength(1)
  })

  test("at any moment has kept every object it answered for, and each is whole", async () => {
    const directory = await aDirectory()
    const seed = Math.floor(Math.random() * 2 ** 31)
    console.info(`storage-restart seed ${seed}`)
    const moments = [3, 5, 8].map((round) => 1 + ((seed * round) % 40))
    const versionOf: number[] = Array(4).fill(0)
    let version = 0
    for (const moment of moments) {
      const { child, s3 } = await openChild(directory)
      let answers = 0
      let isAlive = true
      const sent: number[] = [...versionOf]
      await Promise.all(
        versionOf.map(async (_, at) => {
          while (isAlive) {
            sent[at] = ++version
            try {
              await put(s3, String(at), `${version} `.repeat(20_000), { Metadata: { version: String(version) } })
            } catch {
              return // the process is gone
            }
            versionOf[at] = sent[at] ?? 0
            if (++answers !== moment) continue
            isAlive = false
            await kill(child)
          }
        }),
      )
      const next = await openStorage({ directory })
      for (const [at, acknowledged] of versionOf.entries()) {
        if (acknowledged === 0 && !(await has(next.s3, String(at)))) continue
        const { Body, Metadata } = await get(next.s3, String(at))
        const found = Number(Metadata?.["version"])
        expect([acknowledged, sent[at]]).toContain(found)
        expect((await Body?.transformToString()) === `${found} `.repeat(20_000)).toBe(true)
        versionOf[at] = found
      }
      expect((await bodiesIn(directory)).length).toBeLessThanOrEqual(4)
      expect((await readdir(directory)).filter((name) => name.endsWith(".tmp"))).toEqual([])
      await next.stop()
    }
  })
})

async function has(s3: S3Client, key: string): Promise<boolean> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: key }))
  return Contents.length > 0
}
