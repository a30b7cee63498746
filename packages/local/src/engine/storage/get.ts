import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import type { Address } from "./address.ts"
import { assertWanted } from "./condition.ts"
import { StorageError } from "./error.ts"
import type { Entry, Files, Name } from "./files.ts"
import { assertSendable, OVERRIDABLE } from "./headers.ts"

/** Both ends are part of it. */
type Range = { start: number; end: number }

/** As S3 sends it, with all it was stored with. Returns false when there is no such object. */
export async function sendObject(files: Files, address: Address, response: ServerResponse): Promise<boolean> {
  return await send(files, address, response, (entry) => ({ ...entry.headers, ...overrides(address.query) }))
}

/** GET and HEAD, with the headers that are wanted of it. Returns false when there is no such object. */
export async function send(
  files: Files,
  name: Name,
  response: ServerResponse,
  headersOf: (entry: Entry) => OutgoingHttpHeaders,
): Promise<boolean> {
  const { method, headers } = response.req
  const opened = await files.open(name)
  if (!opened) return false
  const { entry, bytes } = opened
  try {
    response.setHeaders(new Headers({ etag: entry.etag, "last-modified": new Date(entry.modifiedAt).toUTCString() }))
    assertWanted(headers, entry)
    const range = rangeOf(headers, entry)
    const { start, end } = range ?? { start: 0, end: entry.size - 1 }
    response.writeHead(range ? 206 : 200, {
      ...headersOf(entry),
      ...(!range && checksumOf(headers, entry)),
      "accept-ranges": "bytes",
      "content-length": end - start + 1,
      ...(range && { "content-range": `bytes ${start}-${end}/${entry.size}` }),
    })
    if (method === "HEAD" || end < start) response.end()
    else await pipeline(bytes.createReadStream({ start, end, autoClose: false }), response)
  } finally {
    await bytes.close()
  }
  return true
}

/** One range, as S3 has it; of anything else that stands there, all is sent. */
function rangeOf({ range, "if-range": ifRange }: IncomingHttpHeaders, { size, etag }: Entry): Range | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? []
  if (first === undefined || last === undefined || first + last === "") return undefined
  if (ifRange !== undefined && ifRange !== etag) return undefined
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end) throw new StorageError(416, "InvalidRange", "The requested range is not satisfiable")
  return { start, end }
}

function overrides(query: URLSearchParams): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {}
  for (const name of OVERRIDABLE) {
    const value = query.get(`response-${name}`)
    if (value === null) continue
    assertSendable(value)
    headers[name] = value
  }
  return headers
}

/** For readers who compare. */
function checksumOf(headers: IncomingHttpHeaders, { checksum }: Entry): OutgoingHttpHeaders {
  if (!checksum || headers["x-amz-checksum-mode"]?.toString().toUpperCase() !== "ENABLED") return {}
  return { [checksum.name]: checksum.value, "x-amz-checksum-type": "FULL_OBJECT" }
}
