import { createApi, openChat } from "@spec-wizard/client"
import { ENDS } from "@spec-wizard/core/protocol/event"
import type * as Message from "@spec-wizard/core/protocol/message"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import * as z from "zod/mini"
import { exchange } from "../talk/exchange.ts"
import { createScreen } from "../talk/screen.ts"
import type { Product } from "./product.ts"
import { Lines, type Written } from "./run.ts"

export type Conversation = {
  /** Undefined when the turn ended without a reply. */
  say(text: string): Promise<Message.Info | undefined>
  written(): Promise<Written>
  /** All at once, as the page does. */
  edit(operations: readonly Edit[]): Promise<void>
  close(): void
}

/** Begins one. */
export type Converse = () => Promise<Conversation>

/** As the protocol allows; more edits than that go one after the other. */
const MOST_EDITS = 50

const File = z.object({ version: z.int(), items: Lines })

/** Through the client the page uses. */
export async function openConversation(product: Product): Promise<Conversation> {
  const api = createApi({ baseUrl: product.url })
  const { session } = await api.sessions.create()
  const chat = openChat({ api, sessionId: session.id })
  for (const type of ENDS) chat.on(type, (end) => product.ends.push(end))
  const screen = createScreen({ write: () => {} })
  const document = async () => File.parse(JSON.parse(await api.sessions.specification(session.id, { format: "json" })))

  return {
    say: async (text) => (await exchange(chat, text, screen)).message,
    async written() {
      const messages = chat.state.messages.map(({ id, role, text }) => ({ id, role, text }))
      return { messages, items: (await document()).items }
    },
    async edit(operations) {
      for (let at = 0; at < operations.length; at += MOST_EDITS) {
        const { version } = await document()
        const some = operations.slice(at, at + MOST_EDITS)
        await api.sessions.edit(session.id, { baseVersion: version, operations: some })
      }
    },
    close: () => chat.close(),
  }
}
