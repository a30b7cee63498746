import * as anthropic from "@ai-sdk/anthropic"
import * as openai from "@ai-sdk/openai"
import * as compatible from "@ai-sdk/openai-compatible"
import { handler as reply } from "@spec-wizard/chat/reply"
import { guided } from "@spec-wizard/interviewer/guided"
import { modelInterviewer } from "@spec-wizard/interviewer/model/interviewer"
import { languageModel, type ModelChoice } from "@spec-wizard/interviewer/model/provider"
import { asking } from "@spec-wizard/interviewer/model/screen/ask"

/** `Reply` with everything it can ever need, read at its start. */
export const handler = async (choice: ModelChoice) =>
  [reply, guided, modelInterviewer, asking, anthropic, openai, compatible, await languageModel(choice)].length
