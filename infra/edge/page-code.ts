import { pageHeaders } from "./headers.ts"

/** CloudFront takes functions of at most 10 KB. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const MAX_BYTES = 10_240

/**
 * `page.js` with what it knows of the build. A policy of the distribution does not reach an answer that a function makes itself, so the
 * headers go with it. `files`: `/assets/index-B1ACdpUT.css`; `missing`: the page for wrong addresses, HTML.
 */
export function pageCode(source: string, known: { files: string[]; missing: string; socket: string }): string {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    ...pageHeaders(known.socket),
  }
  const code = source
    .replace("__FILES__", () => JSON.stringify(known.files.filter((file) => !file.endsWith(".html"))))
    .replace("__MISSING__", () => JSON.stringify(known.missing))
    .replace("__HEADERS__", () => JSON.stringify(Object.fromEntries(valued(headers))))
  if (Buffer.byteLength(code) > MAX_BYTES) throw new Error("the page's function is larger than CloudFront takes")
  return code
}

const valued = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => [name, { value }])
