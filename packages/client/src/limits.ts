import { MAX_BYTES } from "@spec-wizard/core/protocol/client-frame"
import { MAX_LENGTH } from "@spec-wizard/core/protocol/message"

/** UTF-16 units in one message, and bytes of UTF-8 in the frame that carries it. */
export const limits = { messageLength: MAX_LENGTH, frameBytes: MAX_BYTES } as const
