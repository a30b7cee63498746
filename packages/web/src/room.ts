import { limits } from "@spec-wizard/client"

/** What a frame holds besides the text: action, id, braces and quotes. */
const ENVELOPE_BYTES = 128
const NEAR = 0.8

const encoder = new TextEncoder()

export type Room = { left: number; near: boolean }

/** How many characters still fit, in characters like those already written: negative when the text is too long. */
export function room(text: string): Room {
  const bytes = encoder.encode(JSON.stringify(text)).length + ENVELOPE_BYTES
  const units = text.length
  const bytesAUnit = units === 0 ? 1 : (bytes - ENVELOPE_BYTES) / units
  const byBytes = (limits.frameBytes - bytes) / bytesAUnit
  return {
    left: Math.min(limits.messageLength - units, Math.floor(byBytes)),
    near: units >= limits.messageLength * NEAR || bytes >= limits.frameBytes * NEAR,
  }
}
