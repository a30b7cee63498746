import { ApiError, type ChatState } from "@spec-wizard/client"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import type { Talk } from "../talk.ts"
import type { DocumentWords } from "../words/document/wording.ts"

const PATIENCE_MS = 5_000

/**
 * Sends an edit. Somebody may have changed another line meanwhile: then it is sent once more for the document as it has become. It rejects when
 * the line itself is not as it was seen, so that nobody overwrites what they have not read.
 */
export async function save(talk: Talk, edit: Edit): Promise<void> {
  const seen = talk.state
  try {
    await talk.edit([edit])
  } catch (cause) {
    if (!(cause instanceof ApiError) || cause.code !== "specification.conflict" || edit.op === "undo") throw cause
    const now = await newer(talk, seen)
    if (!isAsSeen(edit.id, seen, now)) throw cause
    await talk.edit([edit])
  }
}

/** Nobody has changed the line since. */
export const isAsSeen = (id: string, seen: ChatState, now: ChatState): boolean =>
  lineIn(now, id)?.changedIn === lineIn(seen, id)?.changedIn

const lineIn = ({ document }: ChatState, id: string) => document?.items.find((item) => item.id === id)

/** The state with a later version of the document, or the latest one when none comes. */
export function newer(talk: Talk, { document }: ChatState): Promise<ChatState> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve(talk.state)
    }
    const timer = setTimeout(done, PATIENCE_MS)
    const look = () => talk.state.document?.version !== document?.version && done()
    const unsubscribe = talk.subscribe(look)
    queueMicrotask(look) // it may have come already
  })
}

/** Why an edit was refused, in the page's words. */
export function refusal(cause: unknown, { refused }: DocumentWords): string {
  const code = cause instanceof ApiError ? cause.code : ""
  return refused[reasons[code] ?? "other"]
}

const reasons: Partial<Record<string, keyof DocumentWords["refused"]>> = {
  "specification.conflict": "conflict",
  "specification.locked": "locked",
  "specification.line_unknown": "line",
  "specification.edit_invalid": "text",
  "specification.nothing_to_undo": "undo",
  "rate.limited": "limited",
  offline: "offline",
}
