import type { ToolCall } from "../call.ts"
import type { Prompt } from "../language-model.ts"
import { data } from "./data.ts"
import { continued } from "./window.ts"

/** Before the second model sees a draft. */
const REVISE = `A colleague has drafted an answer to this message; it is the text between the last delimiters. The visitor has not seen it. Write the answer that they are going to read, and make it better where it can be: warmer, shorter, plainer, one question, the most important one. Check every line that the draft proposes: that the visitor said it, that nothing they said is missing, that nothing is written twice. Then call propose with all of the changes that shall be made, and offer_choices. Nothing of the draft is kept by itself.`

type Written = { text: string; tools: readonly ToolCall[] }

const written = ({ text, tools }: Written): string =>
  [text, ...tools.map(({ name, input }) => `${name} ${input}`)].filter(Boolean).join("\n")

/** The same question, with a colleague's draft to improve. */
export const revising = (prompt: Prompt, draft: Written): Prompt =>
  continued(prompt, `${REVISE}\n\n${data("draft", written(draft))}`)

/** Why an answer comes back to the model that gave it. */
export type Flaws = { isMute: boolean; isCut: boolean; faults: readonly string[] }

const BACK = "You have answered this message already; your answer is the text between the last delimiters."
const AGAIN =
  "Nothing of it was written down, because of the faults named after it. Call propose again, once, with all of the changes, corrected."
const CUT = "It was cut off: propose fewer changes, the most important ones."
const QUIETLY = "The visitor has read your reply, so write none now."
const KEPT = "What it proposed is written down, so do not propose it again."
const SPEAK = "It said nothing to the visitor. Write your reply now: affirm, and ask one question."

/** An answer handed back with what was wrong with it. Plain words, not results of tools: every provider wants those differently. */
export function repairing(prompt: Prompt, answer: Written, { isMute, isCut, faults }: Flaws): Prompt {
  const isRefused = faults.length > 0
  const wanted = [BACK, isRefused ? AGAIN : KEPT, ...(isCut ? [CUT] : []), isMute ? SPEAK : QUIETLY].join(" ")
  const parts = [wanted, data("answer", written(answer)), ...(isRefused ? [data("faults", faults.join("\n"))] : [])]
  return continued(prompt, parts.join("\n\n"))
}
