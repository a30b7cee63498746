import { createServer } from "node:http"
import { CloudFrontClient } from "@aws-sdk/client-cloudfront"
import { Cdn } from "@spec-wizard/core/file/cdn"
import { afterEach, expect, test } from "vitest"

const open: (() => unknown)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A CloudFront that takes everything, and what it was asked. */
async function cloudFront() {
  const asked: { method: string | undefined; path: string | undefined; body: string }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ method: request.method, path: request.url, body: Buffer.concat(chunks).toString() })
    response.writeHead(201, { "content-type": "text/xml" }).end("<Invalidation><Id>I1</Id></Invalidation>")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  const client = new CloudFrontClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  })
  open.push(
    () => client.destroy(),
    () => server.close(),
  )
  return { client, asked }
}

test("an erasure takes the copies of every owner's files from the CDN, and asks for it once however often it is tried", async () => {
  const { client, asked } = await cloudFront()
  const cdn = new Cdn({ distribution: "E1ABC", client })
  for (let twice = 0; twice < 2; twice++) await cdn.forget(["ses_1", "SPEC-K7MT-4XQ9"], "ses_1")
  expect(asked).toHaveLength(2)
  for (const { method, path, body } of asked) {
    expect([method, path]).toEqual(["POST", "/2020-05-31/distribution/E1ABC/invalidation"])
    expect(body).toContain("<CallerReference>ses_1</CallerReference>")
    expect(body.match(/<Path>[^<]*/g)).toEqual(["<Path>/pdf/ses_1/*", "<Path>/pdf/SPEC-K7MT-4XQ9/*"])
  }
})

test("where there is no CDN nobody is asked", async () => {
  const { client, asked } = await cloudFront()
  await new Cdn({ distribution: "", client }).forget(["ses_1"], "ses_1")
  expect(asked).toEqual([])
})
