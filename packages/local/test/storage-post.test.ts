import { once } from "node:events"
import { readdir } from "node:fs/promises"
import { request } from "node:http"
import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3"
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post"
import { describe, expect, test } from "vitest"
import type { StorageOptions } from "../src/engine/storage/storage.ts"
import { aDirectory, Bucket, clientOf, ORIGIN, openStorage, refusalOf } from "./storage.ts"
import { until } from "./until.ts"

const DENIED = "403 AccessDenied: Access Denied"

type Change = (fields: Record<string, string>) => void

/** The SDK dates forms by the real clock. */
async function openAtPresent(options: Partial<StorageOptions> = {}) {
  const storage = await openStorage(options)
  storage.clock.at = Date.now()
  const s3 = clientOf(storage.endpoint, { systemClockOffset: 0 })
  const form = async (options: Partial<PresignedPostOptions> = {}) =>
    await createPresignedPost(s3, {
      Bucket,
      Key: "uploads/a.txt",
      Conditions: [
        ["content-length-range", 2, 10],
        ["starts-with", "$Content-Type", "text/"],
      ],
      Fields: { "Content-Type": "text/plain" },
      Expires: 60,
      ...options,
    })
  const post = async (file: string | Blob | undefined, options: Partial<PresignedPostOptions> = {}, change?: Change) =>
    await send(await form(options), file, change)
  const read = async (Key: string) => await s3.send(new GetObjectCommand({ Bucket, Key }))
  return { ...storage, url: storage.endpoint, s3, form, post, read }
}

async function send(
  { url, fields }: { url: string; fields: Record<string, string> },
  file: string | Blob | undefined,
  change: Change = () => {},
): Promise<Response> {
  change(fields)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file !== undefined) body.append("file", new Blob([file]), "C:\\Users\\ada\\Brief ü.txt")
  return await fetch(url, { method: "POST", body, headers: { origin: ORIGIN } })
}

describe("a presigned form", () => {
  test("puts its file under its key, with its fields", async () => {
    const { post, read } = await openAtPresent()
    const answer = await post("hello", {
      Fields: { "Content-Type": "text/plain; charset=utf-8", "x-amz-meta-name": "a", "Content-Disposition": "inline" },
    })
    expect([answer.status, await answer.text()]).toEqual([204, ""])
    expect(answer.headers.get("access-control-allow-origin")).toBe(ORIGIN)
    expect(answer.headers.get("etag")).toBe('"5d41402abc4b2a76b9719d911017c592"')
    const got = await read("uploads/a.txt")
    expect(got).toMatchObject({
      ContentType: "text/plain; charset=utf-8",
      ContentDisposition: "inline",
      Metadata: { name: "a" },
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
    })
    expect(await got.Body?.transformToString()).toBe("hello")
  })

  test("names the file as the visitor does, but never with the visitor's path", async () => {
    const { post, read } = await openAtPresent()
    const answer = await post(
      "hello",
      { Key: `uploads/$\{filename}`, Fields: { success_action_status: "201" } },
      (fields) => {
        fields["Content-Type"] = "text/plain"
      },
    )
    expect(answer.status).toBe(201)
    expect(await answer.text()).toContain("<Key>uploads/Brief ü.txt</Key>")
    expect(await (await read("uploads/Brief ü.txt")).Body?.transformToString()).toBe("hello")
  })

  test("holds its file to the length that was signed, at both ends", async () => {
    const { post, read } = await openAtPresent()
    expect((await post("10 letters")).status).toBe(204)
    expect((await post("12")).status).toBe(204)
    expect(await refusalOf(await post("1"))).toMatch(/^400 EntityTooSmall/)
    expect(await refusalOf(await post(""))).toMatch(/^400 EntityTooSmall/)
    expect(await refusalOf(await post("11 letters."))).toMatch(/^400 EntityTooLarge/)
    expect(await refusalOf(await post(new Blob([new Uint8Array(20 * 1024 * 1024)])))).toMatch(/^400 EntityTooLarge/)
    expect(await (await read("uploads/a.txt")).Body?.transformToString()).toBe("12")
  })

  test.each<[string, string, Change]>([
    [
      "another content type",
      'Policy Condition failed: ["starts-with","$Content-Type","text/"]',
      (fields) => {
        fields["Content-Type"] = "image/png"
      },
    ],
    [
      "a second content type behind a comma",
      'Policy Condition failed: ["starts-with","$Content-Type","text/"]',
      (fields) => {
        fields["Content-Type"] = "text/plain, image/png"
      },
    ],
    [
      "no content type",
      'Policy Condition failed: ["starts-with","$Content-Type","text/"]',
      (fields) => {
        delete fields["Content-Type"]
      },
    ],
    [
      "another key",
      'Policy Condition failed: {"key":"uploads/a.txt"}',
      (fields) => {
        fields["key"] = "others/a.txt"
      },
    ],
    [
      "a field that is in no condition",
      "Extra input fields: x-amz-meta-owner",
      (fields) => {
        fields["x-amz-meta-owner"] = "somebody"
      },
    ],
  ])("with %s is refused, and nothing is kept", async (_, why, change) => {
    const { post, read } = await openAtPresent()
    expect(await refusalOf(await post("hello", {}, change))).toBe(
      `403 AccessDenied: Invalid according to Policy: ${why}`,
    )
    await expect(read("uploads/a.txt")).rejects.toMatchObject({ name: "NoSuchKey" })
  })

  test("whose key must begin somewhere stays there", async () => {
    const { post, read } = await openAtPresent()
    const options = { Key: `uploads/$\{filename}` }
    const keyed = (key: string) => post("hello", options, (fields) => (fields["key"] = key))
    expect((await keyed("uploads/deep/er")).status).toBe(204)
    expect(await (await read("uploads/deep/er")).Body?.transformToString()).toBe("hello")
    for (const key of ["upload/a", "/uploads/a", "Uploads/a", ""])
      expect((await keyed(key)).status, key).toBeGreaterThanOrEqual(400)
    expect(await refusalOf(await keyed("uploads/../../a"))).toMatch(/^400 InvalidURI/)
    expect(await refusalOf(await keyed(`uploads/${"x".repeat(1024)}`))).toMatch(/^400 KeyTooLongError/)
  })

  test("ends with its time", async () => {
    const { form, clock } = await openAtPresent()
    const late = await form()
    clock.at += 58_000
    expect((await send(late, "hello")).status).toBe(204)
    clock.at += 3000
    expect(await refusalOf(await send(late, "hello"))).toBe(
      "403 AccessDenied: Invalid according to Policy: Policy expired.",
    )
  })

  test("is believed only with the signature of its policy, by a key that we know", async () => {
    const { post, form, endpoint } = await openAtPresent()
    const tampered = async (change: Change) => (await refusalOf(await post("hello", {}, change))).split(":")[0]
    expect(
      await tampered((fields) => {
        const policy = JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString())
        fields["Policy"] = Buffer.from(JSON.stringify({ ...policy, conditions: [] })).toString("base64")
      }),
    ).toBe("403 SignatureDoesNotMatch")
    expect(await tampered((fields) => (fields["X-Amz-Signature"] = "0".repeat(64)))).toBe("403 SignatureDoesNotMatch")
    expect(
      await tampered((fields) => (fields["X-Amz-Credential"] = "stranger/20261121/us-east-1/s3/aws4_request")),
    ).toBe("403 InvalidAccessKeyId")
    for (const name of ["Policy", "X-Amz-Signature", "X-Amz-Credential"])
      expect(await refusalOf(await post("hello", {}, (fields) => delete fields[name]))).toBe(DENIED)
    const { fields } = await form()
    const url = `${endpoint}/another-bucket`
    expect(await refusalOf(await send({ url, fields }, "hello"))).toMatch(/Policy Condition failed: {"bucket"/)
    const denied = await openAtPresent({ isGranted: () => false })
    expect(await refusalOf(await denied.post("hello"))).toBe(DENIED)
  })

  test("without a file, or cut short, or too long before the file, is refused", async () => {
    const { post, form } = await openAtPresent()
    expect(await refusalOf(await post(undefined))).toMatch(/^400 InvalidArgument: POST requires exactly one file/)
    expect(await refusalOf(await post("hello", {}, (fields) => (fields["x-ignore-a"] = "a".repeat(30_000))))).toMatch(
      /^400 MaxPostPreDataLengthExceeded/,
    )
    const { url, fields } = await form()
    const parts = Object.entries({ ...fields, file: "hello" }).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const sent = async (body: string, type = "multipart/form-data; boundary=x") =>
      await fetch(url, { method: "POST", body, headers: { "content-type": type } })
    const cut = parts.join("").slice(0, -4)
    expect(await refusalOf(await sent(cut))).toMatch(/^400 MalformedPOSTRequest/)
    const unsigned = cut.replace("Policy", "x-ignore-policy")
    expect(await refusalOf(await sent(unsigned))).toBe(DENIED)
    expect(await refusalOf(await sent(cut, "multipart/form-data"))).toMatch(/^400 MalformedPOSTRequest/)
    expect((await sent(`${parts.join("")}--x--\r\n`)).status).toBe(204)
  })
  test("that breaks off, read or refused, leaves nothing behind and the storage at work", async () => {
    const directory = await aDirectory()
    const { form, s3, url } = await openAtPresent({ directory })
    for (const change of [() => {}, (fields) => delete fields["Policy"]] satisfies Change[]) {
      const { fields } = await form()
      change(fields)
      const parts = Object.entries({ ...fields, file: "a".repeat(4) }).map(
        ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      const headers = { "content-type": "multipart/form-data; boundary=x", "content-length": "9999" }
      const call = request(`${url}/${Bucket}`, { method: "POST", headers }).on("error", () => {})
      call.write(parts.join(""))
      const isWriting = async () => (await readdir(directory)).length > 0
      if (fields["Policy"]) await until(isWriting)
      else await once(call, "response")
      call.destroy()
      await until(async () => !(await isWriting()))
    }
    expect((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents).toBeUndefined()
  })
})
