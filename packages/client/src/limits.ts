import { MAX_LENGTH } from "@spec-wizard/core/protocol/message"
import { MAX_FRAME_BYTES } from "@spec-wizard/core/protocol/socket"

/** UTF-16 units in one message, and bytes of UTF-8 in the frame that carries it. */
export const limits = { messageLength: MAX_LENGTH, frameBytes: MAX_FRAME_BYTES } as const
