import type * as Client from "@spec-wizard/core/protocol/client-frame"
import * as Server from "@spec-wizard/core/protocol/server-frame"
import { MAX_FRAME_BYTES } from "@spec-wizard/core/protocol/socket"
import * as z from "zod/mini"

/** The gateway's own error, which has no `type`: a frame of ours may not have reached a handler. */
const GatewayError = z.object({
  message: z.string(),
  connectionId: z.optional(z.string()),
  requestId: z.optional(z.string()),
})

export type Incoming = Server.Info | { type: "gateway" }

const encoder = new TextEncoder()

/** Measured as the gateway does, in bytes of UTF-8. */
export const fits = (frame: Client.Info): boolean => encoder.encode(JSON.stringify(frame)).length <= MAX_FRAME_BYTES

/** Undefined for what this version does not know: a client ignores it, and `sync` finds what it carried. */
export function read(data: unknown): Incoming | undefined {
  if (typeof data !== "string") return undefined
  let body: unknown
  try {
    body = JSON.parse(data)
  } catch {
    return undefined
  }
  if (typeof body !== "object" || body === null) return undefined
  if (!("type" in body)) return GatewayError.safeParse(body).success ? { type: "gateway" } : undefined
  return Server.Info.safeParse(body).data
}

/** 128 random bits: made here, kept until acknowledged, resent unchanged. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
