import { createHash } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"

const secrets = { before: "b".repeat(48), current: "c".repeat(48), next: "n".repeat(48) }
const hashes = Object.values(secrets).map((secret) => createHash("sha256").update(secret).digest("hex"))

let house: House
beforeAll(async () => {
  // So low that a second session from one address is one too many.
  house = await startHouse({ port: 0, env: { ORIGIN_SECRET_SHA256: hashes.join(","), LIMIT_SCALE: "0.0001" } })
})
afterAll(() => house?.stop())

const health = (headers: Record<string, string> = {}) => fetch(`${house.url}/v1/health`, { headers })
const create = (viewer: string, secret = secrets.current) =>
  fetch(`${house.url}/v1/sessions`, {
    method: "POST",
    headers: { "x-origin-secret": secret, "x-viewer-ip": viewer, "x-forwarded-for": "198.51.100.1" },
  })

test("who does not come through the CDN is refused, with a problem and its headers", async () => {
  for (const headers of [{}, { "x-origin-secret": "" }, { "x-origin-secret": `${secrets.current}x` }]) {
    const response = await health(headers)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: "origin.bypassed" })
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
  }
})

test("a hash of the secret opens nothing, nor does the secret beside another", async () => {
  expect((await health({ "x-origin-secret": hashes[1] ?? "" })).status).toBe(403)
  expect((await health({ "x-origin-secret": `${secrets.current},${secrets.next}` })).status).toBe(403)
})

test("during a rotation the secret before, the one in use and the next all get in", async () => {
  for (const secret of Object.values(secrets)) expect((await health({ "x-origin-secret": secret })).status).toBe(200)
})

test("limits count the visitor the CDN names, not the CDN", async () => {
  expect((await create("192.0.2.1")).status).toBe(201)
  expect((await create("192.0.2.2")).status).toBe(201)
  expect((await create("192.0.2.2")).status).toBe(429)
  expect((await create("2001:db8::1")).status).toBe(201)
  expect((await create("2001:db8::2")).status).toBe(429)
})
