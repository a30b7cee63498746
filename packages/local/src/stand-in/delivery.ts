import { type Answer, parted } from "./answer.ts"
import type { Call } from "./call.ts"
import type { Fault } from "./play.ts"
import type { Frame, Wire } from "./wire/wire.ts"

/** What leaves the server, and what becomes of the connection then. */
export type Delivery = {
  slowMs: number
  status: number
  headers: Record<string, string>
  body: Buffer[]
  /** Ended, left silent until the client goes, cut off, or reset without any of it. */
  then: "end" | "stall" | "drop" | "reset"
}

export function deliveryOf(call: Call, answer: Answer, fault: Fault | undefined, wire: Wire): Delivery {
  if (fault && "status" in fault && !("errorAfter" in fault)) return refused(call, fault, wire)
  if (fault && "errorAfter" in fault && !call.stream) return refused(call, { status: fault.status ?? 529 }, wire)
  const delivered = call.stream ? streamed(answer, fault, wire) : whole(answer, fault, wire)
  const type = call.stream ? wire.contentType : "application/json"
  return {
    slowMs: fault && "slowMs" in fault ? fault.slowMs : 0,
    status: 200,
    headers: {
      "content-type": type,
      "cache-control": "no-cache",
      [wire.requestId]: `req_${answer.id}`,
      ...delivered.headers,
    },
    body: delivered.body,
    then: fault && "reset" in fault ? "reset" : delivered.then,
  }
}

function refused(call: Call, fault: Extract<Fault, { status: number }>, wire: Wire): Delivery {
  const { status, retryAfterS, body } = fault
  const text =
    typeof body === "string"
      ? body
      : JSON.stringify(body ?? wire.refusal(status, messageOf(status, call), retryAfterS !== undefined))
  return {
    slowMs: 0,
    status,
    headers: {
      "content-type": typeof body === "string" ? "text/html" : "application/json",
      "content-length": String(Buffer.byteLength(text)),
      ...(retryAfterS !== undefined && { "retry-after": String(retryAfterS) }),
      ...wire.refusalHeaders?.(status),
    },
    body: [Buffer.from(text)],
    then: "end",
  }
}

/** Providers do repeat the key they refuse. */
const messageOf = (status: number, { apiKey }: Call) =>
  status === 401 ? `Incorrect API key provided: ${apiKey ?? "none"}.` : `The stand-in was told to answer ${status}.`

type Delivered = { body: Buffer[]; then: Delivery["then"]; headers?: Record<string, string> }

function streamed(answer: Answer, fault: Fault | undefined, wire: Wire): Delivered {
  const after = afterOf(fault)
  const frames = wire.stream(after === undefined ? answer : parted(answer, after))
  const texts = frames.map(({ bytes }) => bytes)
  if (!fault || after === undefined) return { body: texts, then: "end" }
  const at = reached(frames, after)
  const before = texts.slice(0, at)
  const next = texts[at] ?? Buffer.alloc(0)
  if ("stallAfter" in fault) return { body: before, then: "stall" }
  if ("truncateAfter" in fault)
    return fault.isClean
      ? { body: before, then: "end" }
      : { body: [...before, next.subarray(0, Math.ceil(next.length / 2))], then: "drop" }
  if ("malformAfter" in fault)
    return { body: [...before, malformed(next, fault.what ?? "json"), ...texts.slice(at + 1)], then: "end" }
  if ("errorAfter" in fault) {
    const failure = wire.failure(fault.status ?? 529, "Overloaded")
    return { body: [...(after === 0 ? [] : before), failure], then: "end" }
  }
  return { body: texts, then: "end" }
}

function whole(answer: Answer, fault: Fault | undefined, wire: Wire): Delivered {
  const text = Buffer.from(JSON.stringify(wire.whole(answer)))
  const after = afterOf(fault)
  const headers = { "content-length": String(text.length) }
  if (!fault || after === undefined) return { body: [text], then: "end", headers }
  const before = text.subarray(0, Math.min(after, text.length - 1))
  if ("stallAfter" in fault) return { body: [before], then: "stall", headers }
  if ("truncateAfter" in fault)
    return fault.isClean ? { body: [before], then: "end" } : { body: [before], then: "drop", headers }
  return { body: [before, Buffer.from("<")], then: "end" }
}

function afterOf(fault: Fault | undefined): number | undefined {
  if (!fault) return undefined
  if ("stallAfter" in fault) return fault.stallAfter
  if ("truncateAfter" in fault) return fault.truncateAfter
  if ("malformAfter" in fault) return fault.malformAfter
  return "errorAfter" in fault ? fault.errorAfter : undefined
}

/** The first event that comes after so many characters; after 0, the first that brings one. */
function reached(frames: Frame[], after: number): number {
  const total = frames.reduce((sum, { characters }) => sum + characters, 0)
  const wanted = Math.min(after, total)
  let seen = 0
  for (const [at, { characters }] of frames.entries()) {
    if (seen >= wanted && (wanted > 0 || characters > 0)) return at
    seen += characters
  }
  return frames.length - 1
}

const malformed = (frame: Buffer, what: "json" | "event") =>
  Buffer.from(
    what === "json" ? `${frame.toString().trimEnd().slice(0, -6)}\n\n` : "<html><h1>502 Bad Gateway</h1></html>\n\n",
  )
