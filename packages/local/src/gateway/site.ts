import { readFile } from "node:fs/promises"
import type { IncomingMessage, ServerResponse } from "node:http"
import path from "node:path"
import { ID as SessionID } from "@spec-wizard/core/protocol/session"

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
}

/** Serves the built page as the CDN does: hashed assets for good, the document always fresh, the page's routes and nothing else. */
export async function serveSite(
  directory: string,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, type: string, body: string | Buffer, cache = "no-cache") => {
    response.writeHead(status, {
      "content-security-policy": contentSecurityPolicy(port),
      "cache-control": cache,
      "content-type": type,
      "content-length": Buffer.byteLength(body),
    })
    response.end(body)
  }
  const html = TYPES[".html"] ?? ""

  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD")
    return send(405, html, page("That is not possible here", "This address can only be read."))
  }
  const { pathname } = new URL(`http://local${request.url}`)
  if (isPageRoute(pathname)) {
    const document = await readFile(path.join(directory, "index.html")).catch(() => undefined)
    if (document) return send(200, html, document)
    return send(
      503,
      html,
      page("The page is not built", "The web page could not be built; the terminal says why. The API works."),
    )
  }
  const bent = BENT_LINK.exec(pathname)
  if (bent) {
    response.setHeader("location", bent[1] ? `/link#${bent[1]}` : "/link")
    return send(302, html, "")
  }
  const file = fileOf(directory, pathname)
  const content = file && (await readFile(file).catch(() => undefined))
  if (!content) {
    const document = await readFile(path.join(directory, "404.html")).catch(() => undefined)
    return send(404, html, document ?? page("Not found", "There is nothing at this address."))
  }
  const isHashed = pathname.startsWith("/assets/")
  send(
    200,
    TYPES[path.extname(file)] ?? "application/octet-stream",
    content,
    isHashed ? "public, max-age=31536000, immutable" : "no-cache",
  )
}

const PAGES = ["/", "/link", "/status", "/operator"]

/** The address in a mail as some programs hand it on: with a slash, or with its # written as a sign of the path. */
const BENT_LINK = /^\/link(?:\/|\/?%23(token=[\w-]+))$/

function isPageRoute(pathname: string): boolean {
  const sessionId = /^\/s\/([^/]+)$/.exec(pathname)?.[1]
  return PAGES.includes(pathname) || SessionID.safeParse(sessionId).success
}

/** The file inside `directory` that a path names; undefined for any path that leads out of it, to a hidden file or to the document. */
function fileOf(directory: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (
    decoded.includes("\0") ||
    decoded.includes("\\") ||
    /(^|\/)\./.test(decoded) ||
    /^\/(index|404)\.html$/.test(decoded)
  )
    return undefined
  const file = path.join(directory, decoded)
  return file.startsWith(directory + path.sep) ? file : undefined
}

const contentSecurityPolicy = (port: number) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://localhost:${port} ws://127.0.0.1:${port}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")

/** What stands where no built page can: no script and no style, for the policy above allows none inline. */
const page = (title: string, sentence: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title>` +
  `<main><h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the first page</a></p></main></html>\n`
