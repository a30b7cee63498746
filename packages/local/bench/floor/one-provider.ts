import { handler as reply } from "@spec-wizard/chat/reply"
import type { ModelChoice } from "@spec-wizard/interviewer/model/provider"

/** `Reply`, and what it goes on to read when a model is asked. */
export async function handler(choice: ModelChoice) {
  const [{ modelInterviewer }, { asking }, { languageModel }] = await Promise.all([
    import("@spec-wizard/interviewer/model/interviewer"),
    import("@spec-wizard/interviewer/model/screen/ask"),
    import("@spec-wizard/interviewer/model/provider"),
  ])
  return [reply, modelInterviewer, asking, await languageModel(choice)].length
}
