import type * as Http from "@spec-wizard/core/protocol/http"
import * as Message from "@spec-wizard/core/protocol/message"
import { MAX_FRAME_BYTES } from "@spec-wizard/core/protocol/socket"
import { deps } from "./deps.ts"
import { onRequest } from "./middleware.ts"

const WHO_SEES_IT = {
  guided: "No AI company sees it: the questions come from a program that runs here.",
  anthropic: "It is sent to Anthropic, whose model asks the questions.",
  openai: "It is sent to OpenAI, whose model asks the questions.",
  "openai-compatible": "It is sent to a language model that whoever runs this has chosen, which asks the questions.",
  bedrock: "It is sent to a language model on Amazon Bedrock, which asks the questions.",
}

export const handler = onRequest(async () => {
  const { sessionDays, savedSessionDays, modelProvider, providers, model } = deps.settings
  const body: Http.Config = {
    name: "Spec Wizard",
    providers: model ? [...new Set([modelProvider, ...providers])] : [modelProvider],
    limits: { messageLength: Message.MAX_LENGTH, frameBytes: MAX_FRAME_BYTES },
    retention: { sessionDays, savedSessionDays },
    privacy: `What you write is kept for ${sessionDays} days after your last message. ${WHO_SEES_IT[modelProvider]}`,
  }
  return { status: 200, body }
})
