import { createInterface } from "node:readline/promises"
import * as prompts from "@clack/prompts"
import type { Chat } from "@spec-wizard/client"
import type * as Message from "@spec-wizard/core/protocol/message"
import { exchange } from "./exchange.ts"
import type { Screen } from "./screen.ts"

/** Asks the person until they leave. A number picks one of the choices under the last reply. */
export async function interactive(chat: Chat, screen: Screen): Promise<void> {
  const input = process.stdin.isTTY ? terminal() : lines()
  let choices: Message.Choice[] = []
  for await (const typed of input) {
    const text = choices[Number(typed) - 1]?.value ?? typed
    if (!process.stdin.isTTY) screen.visitor(text)
    const listenNoMore = stopOnInterrupt(chat)
    const reply = await exchange(chat, text, screen).finally(listenNoMore)
    choices = reply.message?.choices ?? []
  }
}

/** Ctrl-C stops the running reply, or the one that is about to begin; the next one leaves. */
function stopOnInterrupt(chat: Chat): () => void {
  let wanted = false
  let told = false
  const tell = () => {
    if (!wanted || told || !chat.state.turn) return
    told = true
    chat.stop()
  }
  const onInterrupt = () => {
    if (wanted) process.exit(0)
    wanted = true
    tell()
  }
  const unsubscribe = chat.subscribe(tell)
  process.on("SIGINT", onInterrupt)
  return () => {
    unsubscribe()
    process.off("SIGINT", onInterrupt)
  }
}

async function* terminal(): AsyncGenerator<string> {
  prompts.intro("Tell me what you would like to build. A number picks a choice; Ctrl-C stops a reply, or leaves.")
  for (;;) {
    const typed = await prompts.text({ message: "You" })
    if (prompts.isCancel(typed)) return prompts.outro("Goodbye.")
    if (typed?.trim()) yield typed.trim()
  }
}

/** One message a line, from a pipe. */
async function* lines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin })) if (line.trim()) yield line.trim()
}
