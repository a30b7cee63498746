import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { describe, expect, test } from "vitest"
import type { StorageCall } from "../src/engine/storage/storage.ts"
import { Bucket, clientOf, NOON, ORIGIN, openStorage, refusalOf, sendRaw } from "./storage.ts"

const MISMATCH = /^403 SignatureDoesNotMatch: The request signature we calculated does not match/
const DENIED = "403 AccessDenied: Access Denied"
const UNKNOWN = "403 InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records."

const signingDate = new Date(NOON)
const Key = "a/ü b.pdf"
const MINUTE = 60_000

async function openWithObject() {
  const storage = await openStorage()
  await storage.s3.send(new PutObjectCommand({ Bucket, Key, Body: "%PDF", ContentType: "application/pdf" }))
  const get = (more = {}, expiresIn = 60) =>
    getSignedUrl(storage.s3, new GetObjectCommand({ Bucket, Key, ...more }), { expiresIn, signingDate })
  return { ...storage, get }
}

describe("a presigned GET", () => {
  test("is answered, as often as one likes, under the name it asks for", async () => {
    const { get } = await openWithObject()
    const url = await get({
      ResponseContentDisposition: "attachment; filename*=UTF-8''%C3%BC.pdf",
      ResponseContentType: "text/plain; charset=utf-8",
      ResponseCacheControl: "no-store",
    })
    for (let time = 0; time < 2; time++) {
      const answer = await fetch(url)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe("%PDF")
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-disposition": "attachment; filename*=UTF-8''%C3%BC.pdf",
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "no-store",
      })
    }
    expect((await fetch(await get())).headers.get("content-type")).toBe("application/pdf")
  })

  test("cannot write into the headers of its answer", async () => {
    const { get } = await openWithObject()
    for (const value of ["a\r\nset-cookie: a=b", "日本"])
      expect(await refusalOf(await fetch(await get({ ResponseContentDisposition: value })))).toMatch(
        /^400 InvalidArgument/,
      )
  })

  test("ends with its time, to the millisecond", async () => {
    const { get, clock } = await openWithObject()
    const url = await get({}, 600)
    clock.at += 600_000 - 1
    expect((await fetch(url)).status).toBe(200)
    clock.at += 1
    expect(await refusalOf(await fetch(url))).toBe("403 AccessDenied: Request has expired")
    clock.at = NOON - 15 * MINUTE
    expect((await fetch(url)).status).toBe(200)
    clock.at -= 1
    expect(await refusalOf(await fetch(url))).toBe("403 AccessDenied: Request is not yet valid")
  })

  test("cannot be made to last, not even by its signer", async () => {
    const { get, clock } = await openWithObject()
    const url = await get()
    clock.at += 2 * MINUTE
    for (const [from, to] of [
      ["X-Amz-Expires=60", "X-Amz-Expires=604800"],
      ["T120000Z", "T120200Z"],
    ] as const)
      expect(await refusalOf(await fetch(url.replace(from, to)))).toMatch(MISMATCH)
  })

  test.each([
    ["another key", (url: string) => url.replace("b.pdf", "c.pdf")],
    ["another bucket", (url: string) => url.replace(Bucket, "another-bucket")],
    [
      "another letter of the signature",
      (url: string) => url.replace(/Signature=(.)/, (_, a) => `Signature=${a === "0" ? 1 : 0}`),
    ],
    ["half a signature", (url: string) => url.replace(/(Signature=.{32}).{32}/, "$1")],
    ["another name for the file", (url: string) => url.replace("filename%3Da", "filename%3Db")],
    ["one parameter more", (url: string) => `${url}&response-content-type=text%2Fhtml`],
    ["one parameter less", (url: string) => url.replace(/&x-id=\w+/, "")],
    ["another day", (url: string) => url.replace("%2F20261121%2F", "%2F20261120%2F")],
    ["another region", (url: string) => url.replace("us-east-1", "eu-west-1")],
    ["another service", (url: string) => url.replace("%2Fs3%2F", "%2Fsqs%2F")],
    ["another known key of a person", (url: string) => url.replace("local%2F", "local-Render%2F")],
  ])("with %s is refused", async (_, tamper) => {
    const { get, s3 } = await openWithObject()
    for (const [bucket, key] of [
      ["another-bucket", Key],
      [Bucket, "a/ü c.pdf"],
    ] as const)
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: "secret" }))
    const url = await get({ ResponseContentDisposition: "attachment; filename=a" })
    const tampered = tamper(url)
    expect(tampered).not.toBe(url)
    expect(await refusalOf(await fetch(tampered))).toMatch(MISMATCH)
    expect((await fetch(url)).status).toBe(200)
  })

  test("is for its method alone", async () => {
    const { get } = await openWithObject()
    const url = await get()
    for (const method of ["PUT", "DELETE"]) expect(await refusalOf(await fetch(url, { method }))).toMatch(MISMATCH)
    expect((await fetch(url, { method: "HEAD" })).status).toBe(403)
  })

  test("by a stranger's key is refused, and so is one with our key and a stranger's secret", async () => {
    const { endpoint } = await openWithObject()
    const by = async (accessKeyId: string, secretAccessKey: string) => {
      const stranger = clientOf(endpoint, { credentials: { accessKeyId, secretAccessKey } })
      const command = new GetObjectCommand({ Bucket, Key })
      const refusals = [refusalOf(await fetch(await getSignedUrl(stranger, command, { signingDate })))]
      return [await Promise.all(refusals), await stranger.send(command).catch(({ name }) => name)].flat()
    }
    expect(await by("stranger", "local")).toEqual([UNKNOWN, "InvalidAccessKeyId"])
    expect(await by("local", "stranger")).toEqual([expect.stringMatching(MISMATCH), "SignatureDoesNotMatch"])
    expect(await by("local-Render", "another")).toEqual([
      "200 undefined: undefined",
      expect.objectContaining({ ETag: expect.any(String) }),
    ])
  })

  test("is read however its path is escaped", async () => {
    const { get, endpoint } = await openWithObject()
    const { pathname, search } = new URL(await get())
    const escaped = pathname.replace("a/", "%61%2F").replace("%C3%BC", "%c3%bc")
    expect(await sendRaw(endpoint, escaped + search)).toEqual({ status: 200, body: "%PDF" })
  })
})

describe("a presigned PUT", () => {
  test("puts, of the signed type and length alone, and nothing once it is over", async () => {
    const { s3, clock } = await openStorage()
    const command = new PutObjectCommand({
      Bucket,
      Key,
      ContentType: "text/plain",
      ContentLength: 5,
      Metadata: { a: "b" },
    })
    const signableHeaders = new Set(["content-type", "content-length"])
    const url = await getSignedUrl(s3, command, { expiresIn: 60, signingDate, signableHeaders })
    const put = async (body: string, type: string) =>
      await fetch(url, { method: "PUT", body, headers: { "content-type": type } })
    expect(await refusalOf(await put("hello!", "text/plain"))).toMatch(MISMATCH)
    expect(await refusalOf(await put("hello", "text/html"))).toMatch(MISMATCH)
    expect((await put("hello", "text/plain")).status).toBe(200)
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(got).toMatchObject({ ContentType: "text/plain", Metadata: { a: "b" } })
    expect(await got.Body?.transformToString()).toBe("hello")
    clock.at += MINUTE
    expect(await refusalOf(await put("again", "text/plain"))).toBe("403 AccessDenied: Request has expired")
  })

  test("does not take headers that nobody signed", async () => {
    const { s3 } = await openStorage()
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key }), { signingDate })
    const headers = { "x-amz-meta-owner": "somebody" }
    expect(await refusalOf(await fetch(url, { method: "PUT", body: "a", headers }))).toBe(
      "403 AccessDenied: There were headers present in the request which were not signed",
    )
  })
})

describe("a request", () => {
  test("that nobody signed is refused, whatever it asks", async () => {
    const { endpoint } = await openWithObject()
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "POST"]) {
      const answer = await fetch(`${endpoint}/${Bucket}/a`, { method })
      expect(answer.status).toBe(403)
      if (method !== "HEAD") expect(await refusalOf(answer)).toBe(DENIED)
    }
    for (const path of [`/${Bucket}`, `/${Bucket}?list-type=2`, `/${Bucket}/?policy`])
      expect(await refusalOf(await fetch(endpoint + path))).toBe(DENIED)
    expect(await refusalOf(await fetch(endpoint))).toMatch(/^400 InvalidBucketName/)
  })

  test("that is signed in no way we know is refused", async () => {
    const { endpoint, get } = await openWithObject()
    const authorized = async (authorization: string) =>
      (await refusalOf(await fetch(`${endpoint}/${Bucket}/a`, { headers: { authorization } }))).split(":")[0]
    for (const text of ["Basic bG9jYWw6bG9jYWw=", "AWS local:signature", "AWS4-HMAC-SHA256 Credential=local/x"])
      expect(await authorized(text)).toBe("400 AuthorizationHeaderMalformed")
    const headers = { authorization: "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=00" }
    expect(await refusalOf(await fetch(await get(), { headers }))).toBe(
      "400 InvalidArgument: Only one auth mechanism allowed",
    )
    const url = await get()
    for (const part of ["Credential", "Date", "SignedHeaders", "Signature"])
      expect(await refusalOf(await fetch(url.replace(`X-Amz-${part}`, "a")))).toMatch(
        /^400 AuthorizationQueryParametersError/,
      )
  })

  test("from a clock that is a quarter of an hour off is refused, and right once the clock is set by the answer", async () => {
    const { endpoint, clock, s3 } = await openWithObject()
    const command = new GetObjectCommand({ Bucket, Key })
    const once = () => clientOf(endpoint).send(command)
    for (const minutes of [16, -16]) {
      clock.at = NOON + minutes * MINUTE
      await expect(once()).rejects.toMatchObject({
        name: "RequestTimeTooSkewed",
        $metadata: { httpStatusCode: 403 },
      })
      await expect(clientOf(endpoint, { maxAttempts: 2 }).send(command)).resolves.toBeDefined()
    }
    clock.at = NOON + 14 * MINUTE
    await expect(s3.send(command)).resolves.toBeDefined()
  })
})

describe("rights", () => {
  test("are those of who signed, for each object", async () => {
    const asked: StorageCall[] = []
    const { s3, endpoint } = await openStorage({
      isGranted: (call) => {
        asked.push(call)
        return call.accessKeyId === "local" || (call.action !== "s3:ListBucket" && call.key.startsWith("mine/"))
      },
    })
    const render = clientOf(endpoint, { credentials: { accessKeyId: "local-Render", secretAccessKey: "another" } })
    const put = (Key: string) => render.send(new PutObjectCommand({ Bucket, Key, Body: "a" }))
    await put("mine/a")
    expect(asked).toEqual([{ accessKeyId: "local-Render", action: "s3:PutObject", bucket: Bucket, key: "mine/a" }])
    await s3.send(new PutObjectCommand({ Bucket, Key: "yours/a", Body: "a" }))
    const denied = { name: "AccessDenied", $metadata: { httpStatusCode: 403 } }
    await expect(put("yours/a")).rejects.toMatchObject(denied)
    const get = new GetObjectCommand({ Bucket, Key: "yours/a" })
    await expect(render.send(get)).rejects.toMatchObject(denied)
    expect(await refusalOf(await fetch(await getSignedUrl(render, get, { signingDate })))).toBe(DENIED)
    await expect(render.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(denied)
    await expect(render.send(new GetObjectCommand({ Bucket, Key: "mine/none" }))).rejects.toMatchObject(denied)
    const Objects = [{ Key: "mine/a" }, { Key: "yours/a" }]
    const { Deleted, Errors } = await render.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
    expect(Deleted).toEqual([{ Key: "mine/a" }])
    expect(Errors).toMatchObject([{ Key: "yours/a", Code: "AccessDenied" }])
  })
})

describe("a page", () => {
  const asking = { "access-control-request-method": "PUT", "access-control-request-headers": "content-type" }
  const preflight = (endpoint: string, headers: Record<string, string>) =>
    fetch(`${endpoint}/${Bucket}/a`, { method: "OPTIONS", headers })

  test("of an origin on the list may read and write, and reads refusals too", async () => {
    const { endpoint, get } = await openWithObject()
    const answer = await preflight(endpoint, { origin: ORIGIN, ...asking })
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "access-control-allow-origin": ORIGIN,
      "access-control-allow-methods": "GET, HEAD, PUT, POST, DELETE",
      "access-control-allow-headers": "content-type",
      vary: expect.stringContaining("Origin"),
    })
    for (const url of [await get(), `${endpoint}/${Bucket}/a`]) {
      const { headers } = await fetch(url, { headers: { origin: ORIGIN } })
      expect(headers.get("access-control-allow-origin")).toBe(ORIGIN)
      expect(headers.get("access-control-expose-headers")).toContain("ETag")
    }
  })

  test("of any other is told nothing", async () => {
    const { endpoint, get } = await openWithObject()
    for (const origin of ["https://evil.example", "null", `${ORIGIN}.evil.example`, "http://localhost:30000"]) {
      const answer = await preflight(endpoint, { origin, ...asking })
      expect(await refusalOf(answer)).toMatch(/^403 AccessForbidden/)
      for (const { headers } of [answer, await fetch(await get(), { headers: { origin } })])
        expect(headers.has("access-control-allow-origin")).toBe(false)
    }
    const patch = { ...asking, "access-control-request-method": "PATCH" }
    expect((await preflight(endpoint, { origin: ORIGIN, ...patch })).status).toBe(403)
  })
})
