/** UTF-16 units in one message, and bytes of UTF-8 in the frame that carries it: docs/protocol.md. */
export const MAX_UNITS = 16_000
export const MAX_FRAME_BYTES = 30_000

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
  const byBytes = (MAX_FRAME_BYTES - bytes) / bytesAUnit
  return {
    left: Math.min(MAX_UNITS - units, Math.floor(byBytes)),
    near: units >= MAX_UNITS * NEAR || bytes >= MAX_FRAME_BYTES * NEAR,
  }
}
