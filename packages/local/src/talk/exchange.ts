import type { Chat } from "@spec-wizard/client"
import type * as Message from "@spec-wizard/core/protocol/message"
import { StartError } from "../settings.ts"
import type { Screen } from "./screen.ts"

/** Longer than the server takes to end a turn whose worker died. */
const SILENCE_MS = 150_000

export type Reply = { end: "completed" | "stopped" | "failed"; message: Message.Info | undefined }

/** Says one thing and writes the reply as it grows. @throws {StartError} when nothing is heard for long. */
export async function exchange(chat: Chat, text: string, screen: Screen): Promise<Reply> {
  const { promise: reply, resolve, reject } = Promise.withResolvers<Reply>()
  reply.catch(() => {}) // heard below, unless sending itself fails first
  const silence = setTimeout(() => reject(new StartError("The server does not answer any more.")), SILENCE_MS)
  let message: Message.Info | undefined
  let shown: { turnId: string; attempt: number } | undefined

  const leave = [
    chat.on("delta", ({ turnId, attempt, offset, text: piece }) => {
      silence.refresh()
      const fresh = offset === 0 || shown?.turnId !== turnId || shown.attempt !== attempt
      shown = { turnId, attempt }
      screen.piece(piece, fresh)
    }),
    chat.on("message.appended", (event) => {
      if (event.message.role === "wizard") message = event.message
    }),
    chat.on("turn.completed", () => resolve({ end: "completed", message })),
    chat.on("turn.stopped", () => resolve({ end: "stopped", message })),
    chat.on("turn.failed", () => resolve({ end: "failed", message })),
    chat.on("connection", (connection) => {
      if (connection === "closed") reject(new StartError("The server has closed this conversation."))
    }),
  ]
  try {
    await chat.send(text)
    const ended = await reply
    if (ended.message) screen.reply(ended.message)
    if (ended.end !== "completed") screen.note(`the reply ${ended.end === "failed" ? "failed" : "was stopped"}`)
    return ended
  } finally {
    clearTimeout(silence)
    for (const off of leave) off()
  }
}
