import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http"
import { DownloadKey } from "../engine/download-key.ts"
import type { Secrets } from "../engine/secrets.ts"
import { StorageError } from "../engine/storage/error.ts"
import type { Entry, Files } from "../engine/storage/files.ts"
import { send } from "../engine/storage/get.ts"
import { FILES_NAME } from "../environment.ts"
import { problem } from "./http.ts"
import { isSignedUrl } from "./signed-url.ts"

export const DOWNLOAD_PATH = "/pdf/"

/** `siteUrl`: what links begin with, and so what is signed. */
export type Downloads = { files: Files; secrets: Secrets; siteUrl: string }

/** What the CDN does with `/pdf/*`: whoever has a signed address gets the object of that name, and nobody else learns whether there is one. */
export async function serveDownload(
  { files, secrets, siteUrl }: Downloads,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url = "" } = request
  const address = siteUrl.replace(/\/+$/, "") + url
  if (!["GET", "HEAD"].includes(method) || !isSignedUrl(address, keysIn(secrets), Date.now()))
    return problem(response, 403, "download.refused", "This link is not valid, or not valid any more.")
  const key = decodeURIComponent(url.slice(1).replace(/\?.*/s, "")) // signed, so it is ours and can be decoded
  response.setHeader("content-security-policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox")
  try {
    if (await send(files, { bucket: FILES_NAME, key }, response, headersOf)) return
    problem(response, 404, "download.not_found", "This file does not exist any more.")
  } catch (error) {
    if (!(error instanceof StorageError) || response.headersSent) throw error
    response.writeHead(error.status).end() // it has not changed, or has no such range
  }
}

/** What a browser needs to know; how it is stored is nobody's business. */
const headersOf = ({ headers }: Entry): OutgoingHttpHeaders => ({
  "cache-control": "no-store",
  "content-type": headers["content-type"],
  ...(headers["content-disposition"] && { "content-disposition": headers["content-disposition"] }),
})

/** Those that links may be signed with: none before the first link was. */
function keysIn(secrets: Secrets): DownloadKey[] {
  const { current, previous } = secrets.get("DownloadKey") ?? {}
  return [current, previous].flatMap((version) => (version ? [DownloadKey.parse(JSON.parse(version.text))] : []))
}
