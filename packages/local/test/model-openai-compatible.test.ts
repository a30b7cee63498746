import { conversationWith } from "./model-conversation.ts"

conversationWith("openai-compatible")
