import { openChat } from "@spec-wizard/client"
import { parseExport } from "@spec-wizard/core/document/format"
import { WebSocket } from "ws"
import { newSession } from "./raw.ts"

type Visitor = Awaited<ReturnType<typeof newSession>>

/** One who comes with an exported file. */
export const imported = (url: string, file: string): Promise<Visitor> =>
  newSession(url, (api) => api.sessions.import(file))

/** What can be done in a session. `say` waits until it is answered. */
export function opened({ api, session: { id } }: Visitor) {
  const chat = openChat({ api, sessionId: id, WebSocket })
  async function say(text: string) {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const off = chat.on("turn.completed", resolve)
    await chat.send(text)
    await promise
    off()
  }
  const exported = (version?: number) =>
    api.sessions.specification(id, { format: "json", ...(version !== undefined && { version }) })
  const document = async (version?: number) => parseExport(await exported(version))
  async function edit(...operations: Parameters<typeof api.sessions.edit>[1]["operations"]) {
    return api.sessions.edit(id, { baseVersion: (await document()).version, operations })
  }
  return { id, api, chat, say, exported, document, edit }
}

/** Of a conversation with lines that were locked, changed, dropped and taken away again, and with some that nobody has sorted. */
export async function exportedOne(url: string): Promise<string> {
  const { chat, say, edit, document, exported } = opened(await newSession(url))
  await say(
    "We run a bakery and want orders online. Customers choose a day and a pick-up time. We must not take more than 12 cakes a day. No delivery.",
  )
  await say("Also, the blue folder of aunt Mabel. Cakes must be ordered at least 3 days before.")
  const { items } = await document()
  const [first, second] = items.filter(({ kind, state }) => kind !== "unsorted" && state !== "retired")
  if (!first || !second) throw new Error("there are lines")
  await edit({ op: "lock", id: first.id })
  await edit({ op: "retire", id: second.id, reason: "not now" })
  await say("There must be a list of all orders of a day.")
  await edit({ op: "undo" }) // what it added is gone, its numbers stay used
  chat.close()
  return exported()
}

/** The file with other fields; it does not pretend to be as it was exported. */
export const changed = (file: string, fields: object): string =>
  JSON.stringify({ ...JSON.parse(file), hash: null, ...fields })

/** The same with other fields of its first line. */
export function withLine(file: string, fields: object): string {
  const [first, ...others] = JSON.parse(file).items
  return changed(file, { items: [{ ...first, ...fields }, ...others] })
}

/** In a message of another session. */
export const source = (quote: string) => ({
  messageId: "msg_01K9ZXW0000000000000000001",
  quote,
  start: 0,
  end: quote.length,
})
