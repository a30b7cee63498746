import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import net from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Origin, openOrigin } from "./origin.ts"

let origin: Origin
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "site-"))
  const site = path.join(directory, "dist")
  await mkdir(path.join(site, "assets"), { recursive: true })
  await writeFile(path.join(directory, "secret.txt"), "secret")
  await writeFile(path.join(directory, "dist-secret"), "secret")
  await writeFile(path.join(site, "index.html"), "<title>page</title>")
  await writeFile(path.join(site, ".env"), "secret")
  await writeFile(path.join(site, "icon.svg"), "<svg/>")
  await writeFile(path.join(site, "assets", "index-abc123.js"), "run()")
  origin = await openOrigin({}, { site })
})
afterAll(async () => {
  await origin.close()
  await rm(directory, { recursive: true })
})

describe("the page", () => {
  test("is served, always fresh, at its routes alone", async () => {
    for (const route of ["/", "/s/ses_01J00000000000000000000000", "/?x=1"]) {
      const response = await fetch(origin.url + route)
      expect(response.status).toBe(200)
      expect(response.headers.get("cache-control")).toBe("no-cache")
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8")
      expect(await response.text()).toContain("page")
    }
    for (const route of ["/s/other", "/s/", "/admin", "/index.html", "/s/ses_01J00000000000000000000000/x"])
      expect((await fetch(origin.url + route)).status).toBe(404)
  })

  test("has exact content sources and the strict headers, and so has its 404", async () => {
    for (const route of ["/", "/nothing"]) {
      const { headers } = await fetch(origin.url + route)
      const { port } = origin
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
          `connect-src 'self' ws://localhost:${port} ws://127.0.0.1:${port}; ` +
          "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("referrer-policy")).toBe("no-referrer")
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin")
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
      expect(headers.get("permissions-policy")).toContain("camera=()")
    }
  })

  test("has hashed assets that are kept for good and other files that are not", async () => {
    const asset = await fetch(`${origin.url}/assets/index-abc123.js`)
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8")
    expect((await fetch(`${origin.url}/icon.svg`)).headers.get("cache-control")).toBe("no-cache")
    expect((await fetch(`${origin.url}/assets/index-gone.js`)).status).toBe(404)
  })

  test.each([
    ["/link/", "/link"],
    ["/link%23token=Ab-_9", "/link#token=Ab-_9"],
    ["/link/%23token=Ab-_9", "/link#token=Ab-_9"],
  ])("is found where a mail's address was bent on its way: %s", async (bent, location) => {
    const response = await fetch(origin.url + bent, { redirect: "manual" })
    expect([response.status, response.headers.get("location")]).toEqual([302, location])
  })

  test("is only read", async () => {
    expect((await fetch(origin.url, { method: "POST" })).status).toBe(405)
    const head = await fetch(origin.url, { method: "HEAD" })
    expect(head.headers.get("content-length")).toBe("19")
  })
})

test("no path leads out of the site or to a hidden file", async () => {
  for (const target of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fdist-secret",
    "/..%5csecret.txt",
    "/../dist-secret",
    "/.env",
    "/assets/%00",
    "/%",
    "//etc/passwd",
    "/assets",
    "/assets/",
  ]) {
    const answer = await raw(target)
    expect(answer, target).toMatch(/^HTTP\/1\.1 404/)
    expect(answer).not.toContain("secret")
  }
})

/** As it stands: `fetch` would tidy the path up first. */
function raw(target: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ""
    const socket = net.connect(origin.port, "127.0.0.1", () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    )
    socket.on("data", (data) => {
      answer += data
    })
    socket.on("close", () => resolve(answer))
  })
}
