import * as Id from "@spec-wizard/core/id"
import type * as Turn from "@spec-wizard/core/turn"

/** A turn as its worker holds it, just leased. */
export const newTurn = (sessionId: Turn.Stored["sessionId"]): Turn.Stored => ({
  id: Id.create("trn", Date.now()),
  sessionId,
  status: "running",
  attempt: 1,
  epoch: 1,
  createdAt: new Date().toISOString(),
  messageSeq: 1,
})
