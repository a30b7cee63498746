import { conversationWith } from "./conversation.ts"

conversationWith("openai-compatible")
