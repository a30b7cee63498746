import { conversationWith } from "./conversation.ts"

conversationWith("anthropic")
