import { createSign, generateKeyPairSync, randomBytes } from "node:crypto"
import { S3Client } from "@aws-sdk/client-s3"
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { system } from "@spec-wizard/core/clock"
import { Files, nameOf } from "@spec-wizard/core/file"
import { Downloads } from "@spec-wizard/core/file/download"
import { afterAll, beforeAll, expect, test } from "vitest"
import { FILES_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { sendRaw } from "./storage.ts"

const BYTES = randomBytes(1_000)
const NAME = nameOf("ses_01", BYTES)

let house: House
let link: () => Promise<URL>
beforeAll(async () => {
  house = await startHouse({ port: 0 })
  await new Files({ name: FILES_NAME }).put(NAME, BYTES)
  const client = new SecretsManagerClient({})
  const downloads = new Downloads({ id: "DownloadKey", site: `${house.url}/`, clock: system, client })
  link = async () => new URL(await downloads.urlOf(NAME))
})
afterAll(() => house.stop())

const statusOf = async (url: URL | string, init?: RequestInit) => (await fetch(url, init)).status

function changed(url: URL, parameters: Record<string, string | undefined>): URL {
  const other = new URL(url)
  for (const [name, value] of Object.entries(parameters))
    if (value === undefined) other.searchParams.delete(name)
    else other.searchParams.set(name, value)
  return other
}

/** As CloudFront wants to have it signed. */
function signedBy(privateKey: string, keyId: string, resource: string, algorithm: "SHA1" | "SHA256"): URL {
  const expires = Math.floor(Date.now() / 1000) + 60
  const policy = `{"Statement":[{"Resource":"${resource}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`
  const base64 = createSign(`RSA-${algorithm}`).update(policy).sign(privateKey, "base64")
  const letters: Record<string, string> = { "+": "-", "=": "_", "/": "~" }
  const signature = base64.replace(/[+=/]/g, (letter) => letters[letter] ?? "")
  return changed(new URL(resource), {
    Expires: String(expires),
    Signature: signature,
    "Key-Pair-Id": keyId,
    ...(algorithm === "SHA256" && { "Hash-Algorithm": algorithm }),
  })
}

const rsa = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey

test("a signed link opens its file, with what a browser must know of it and nothing of how it is stored", async () => {
  const answer = await fetch(await link())
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": 'attachment; filename="specification.pdf"',
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    "strict-transport-security": expect.any(String),
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  })
  expect([...answer.headers.keys()].filter((name) => name.startsWith("x-amz-"))).toEqual([])

  const head = await fetch(await link(), { method: "HEAD" })
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "1000", ""])
  const part = await fetch(await link(), { headers: { range: "bytes=10-19" } })
  expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, BYTES.subarray(10, 20)])
  expect(await statusOf(await link(), { headers: { range: "bytes=1000-" } })).toBe(416)
  const etag = answer.headers.get("etag") ?? ""
  expect(await statusOf(await link(), { headers: { "if-none-match": etag } })).toBe(304)
})

test("a link is refused when its time is over, by the house's clock", async () => {
  const url = await link()
  house.clock.advance(Number(url.searchParams.get("Expires")) * 1000 - Date.now() - 1_000)
  expect(await statusOf(url)).toBe(200)
  house.clock.advance(1_000)
  expect(await statusOf(url)).toBe(403)
})

test("a link is refused when any part of it was changed", async () => {
  const url = await link()
  const { Expires: expires = "", Signature: signature = "" } = Object.fromEntries(url.searchParams)
  // 256 bytes leave four bits of their last letter unused: the next letter stands for the same bytes.
  const alike = signature.replace(/[AQgw](?=__$)/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1))
  const refused = [
    changed(url, { Expires: String(Number(expires) + 1) }),
    changed(url, { Expires: `0${expires}` }),
    changed(url, { Expires: `${expires}.0` }),
    ...["", alike, signature.slice(1), `${signature}_`, `${signature}.`].map((Signature) =>
      changed(url, { Signature }),
    ),
    changed(url, { "Key-Pair-Id": "K00000000000000" }),
    changed(url, { "Hash-Algorithm": "SHA1" }),
    changed(url, { more: "" }),
    ...[...url.searchParams.keys()].map((name) => changed(url, { [name]: undefined })),
    new URL(`${url}&Expires=${expires}`),
    new URL(url.pathname, url),
  ]
  for (const each of refused) expect([each.search, await statusOf(each)]).toEqual([each.search, 403])
  expect(await statusOf(url)).toBe(200)
})

test("a link opens exactly its path, however that is written", async () => {
  const { pathname, search } = await link()
  const paths = [
    pathname.replace("ses_01", "ses_02"),
    pathname.replace("/pdf/", "/pdf//"),
    pathname.replace("/pdf/", "/pdf/./"),
    pathname.replace("/pdf/", "/pdf/x/../"),
    pathname.replace("ses", "%73es"),
    `/x/..${pathname}`,
    `${pathname}/`,
    "/pdf/",
    "/pdf/%ff",
  ]
  for (const path of paths) expect([path, (await sendRaw(house.url, path + search)).status]).toEqual([path, 403])
})

test("a link is refused when another key signed it, or this one another site or in another way", async () => {
  const url = await link()
  const keyId = url.searchParams.get("Key-Pair-Id") ?? ""
  const ours = await ownKey()
  const here = `${house.url}/${NAME}`
  expect(await statusOf(signedBy(ours, keyId, here, "SHA256"))).toBe(200)
  expect(await statusOf(signedBy(rsa(), keyId, here, "SHA256"))).toBe(403)
  expect(await statusOf(signedBy(ours, keyId, here, "SHA1"))).toBe(403)
  const { search } = signedBy(ours, keyId, `https://example.com/${NAME}`, "SHA256")
  expect(await statusOf(here + search)).toBe(403)
  const everything = signedBy(ours, keyId, `${house.url}/pdf/*`, "SHA256")
  expect(await statusOf(here + everything.search)).toBe(403)
})

test("without a right signature nobody learns what there is; with one, a file that has gone is not found", async () => {
  const { searchParams } = await link()
  const missing = `${house.url}/${nameOf("ses_01", Buffer.from("another"))}`
  const said = async (url: string) => {
    const answer = await fetch(url)
    return [answer.status, (await answer.text()).replace(/"requestId":"[\w-]+"/, "")]
  }
  expect(await said(`${house.url}/${NAME}`)).toEqual(await said(missing))
  expect(await statusOf(missing)).toBe(403)
  const signed = signedBy(await ownKey(), searchParams.get("Key-Pair-Id") ?? "", missing, "SHA256")
  expect(await statusOf(signed)).toBe(404)
})

test("a link is for reading alone", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    expect([method, await statusOf(await link(), { method })]).toEqual([method, 403])
  expect(await statusOf(await link())).toBe(200)
})

test("nobody puts or gets a file by a secret that could be guessed, nor under another function's name", async () => {
  const put = (accessKeyId: string) => {
    const client = new S3Client({ credentials: { accessKeyId, secretAccessKey: "local" }, maxAttempts: 1 })
    return new Files({ name: FILES_NAME, client }).put(NAME, BYTES).finally(() => client.destroy())
  }
  await expect(put("local")).rejects.toMatchObject({ name: "SignatureDoesNotMatch" })
  for (const stranger of ["local-Render", "stranger"])
    await expect(put(stranger)).rejects.toMatchObject({ name: "InvalidAccessKeyId" })
})

/** The key that links are signed with here. */
async function ownKey(): Promise<string> {
  const { SecretString = "" } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: "DownloadKey" }),
  )
  return JSON.parse(SecretString).privateKey
}
