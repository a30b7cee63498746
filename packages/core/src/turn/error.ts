import { VisibleError } from "../error.ts"

export class TurnActiveError extends VisibleError {
  constructor() {
    super("conflict", "turn.active", "The last message is still being answered. This one can follow when that is done.")
  }
}

export class TurnNotRetryableError extends VisibleError {
  constructor() {
    super(
      "conflict",
      "turn.not_retryable",
      "Only the last reply can be tried again, and only when it failed or was stopped.",
    )
  }
}

export class MessageIdReusedError extends VisibleError {
  constructor() {
    super("conflict", "message.id_reused", "This message id was already used for a different message.")
  }
}

export class KeyRefusedError extends VisibleError {
  constructor() {
    super("forbidden", "key.refused", "Keys of this company are not used here. Send the message without one.")
  }
}

/** Somebody else holds or ended this worker's turn: write nothing more. Never shown to a visitor. */
export class FencedError extends Error {}
