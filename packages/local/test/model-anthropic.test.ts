import { conversationWith } from "./model-conversation.ts"

conversationWith("anthropic")
