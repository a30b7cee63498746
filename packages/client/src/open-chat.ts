import type { Chat, ChatOptions } from "./chat.ts"
import { LiveChat } from "./live-chat.ts"

/** Connects at once and keeps the connection until `close()`. */
export const openChat = (options: ChatOptions): Chat => new LiveChat(options)
