import { gunzipSync } from "node:zlib"
import middy from "@middy/core"
import { expect, test } from "vitest"
import { compressed } from "../src/compressed.ts"
import type { HttpEvent, HttpResult } from "../src/http-event.ts"

const answering = (body: string) =>
  middy<HttpEvent, HttpResult>()
    .use(compressed())
    .handler(async () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body }))

async function ask(body: string, acceptEncoding?: string): Promise<HttpResult> {
  const headers = acceptEncoding === undefined ? {} : { "accept-encoding": acceptEncoding }
  const event = { headers } as HttpEvent // all that is looked at
  return answering(body)(event, {} as Parameters<ReturnType<typeof answering>>[1]) // a context nobody reads
}

const large = JSON.stringify({
  events: Array.from({ length: 60_000 }, (_, seq) => ({ seq, text: "bread and cakes, ü and €" })),
})

test("what would not fit into Lambda's answer leaves as gzip and comes back whole", async () => {
  expect(large.length).toBeGreaterThan(2_000_000)
  const { headers, body, isBase64Encoded } = await ask(large, "br, gzip;q=0.8")
  expect(headers).toMatchObject({
    "content-encoding": "gzip",
    vary: "Accept-Encoding",
    "content-type": "application/json",
  })
  expect(isBase64Encoded).toBe(true)
  expect(body.length).toBeLessThan(1_000_000)
  expect(gunzipSync(Buffer.from(body, "base64")).toString()).toBe(large)
})

test("small answers, and those to whoever takes no gzip, leave as they are", async () => {
  for (const [body, accepts] of [
    ["{}", "gzip"],
    [large, "br"],
    [large, undefined],
  ] as const)
    expect(await ask(body, accepts)).toEqual({ statusCode: 200, headers: { "content-type": "application/json" }, body })
})
