import type { Context } from "@spec-wizard/core/interviewer"
import type { Document } from "@spec-wizard/core/protocol/document"
import { remember } from "./memory.ts"
import { tools } from "./prompt/tools.ts"
import { window } from "./prompt/window.ts"

export { mostTokensOf } from "./spent.ts"

/** What a model is going to be asked first, to know its size before. */
export const promptOf = (context: Context, document: Document) => ({
  prompt: window(context, document, remember(context).info.skipped),
  tools,
})
