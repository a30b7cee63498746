/** Offered and echoed in `Sec-WebSocket-Protocol`; the ticket rides beside it as `ticket.<ticket>`. */
export const PROTOCOL = "spec-wizard.v1"

/** Bytes of UTF-8 in one frame of a client. The gateway itself closes above 32 KB. */
export const MAX_FRAME_BYTES = 30_000
