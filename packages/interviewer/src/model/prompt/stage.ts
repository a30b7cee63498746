import type { Item } from "@spec-wizard/core/protocol/document"
import type { ToolCall } from "../call.ts"
import type { Prompt } from "../language-model.ts"
import { data } from "./data.ts"
import { continued } from "./window.ts"

/** Before the second model sees a draft. */
const REVISE = `A colleague has drafted an answer to this message; it is the text between the last delimiters. The visitor has not seen it. Write the answer that they are going to read, and make it better where it can be: warmer, shorter, plainer, one question, the most important one. Check every line that the draft proposes: that the visitor said it, that nothing they said is missing, that nothing is written twice. Then call offer_choices, and propose with all of the changes that shall be made. Nothing of the draft is kept by itself.`

type Written = { text: string; tools: readonly ToolCall[] }

const written = ({ text, tools }: Written): string =>
  [text, ...tools.map(({ name, input }) => `${name} ${input}`)].filter(Boolean).join("\n")

/** The same question, with a colleague's draft to improve. */
export const revising = (prompt: Prompt, draft: Written): Prompt =>
  continued(prompt, `${REVISE}\n\n${data("draft", written(draft))}`)

/** A change as it came, and what is wrong with it. */
type Faulty = { raw: object; fault: string }

/** Why an answer comes back to the model that gave it. */
type Flaws = { isMute: boolean; faulty: readonly Faulty[] }

const BACK = "You have answered this message already; your answer is the text between ⟦answer⟧ and its end."
const AGAIN =
  "All of its changes are written down but those under faults, each with what is wrong with it. Call propose once more, with these alone, corrected; leave out what cannot be corrected. The document you see is as it was before; the handles of your answer still name its lines."
const QUIETLY = "Write no reply and no question: the visitor has read your reply."
const KEPT = "What it proposed is written down, so do not propose it again."
const SPEAK = "It said nothing to the visitor. Write your reply now, as you were asked to."

/** An answer handed back with what was wrong with it, in place of what was asked first. Plain words, not results of tools: every provider wants those differently. */
export function repairing(prompt: Prompt, answer: Written, { isMute, faulty }: Flaws): Prompt {
  const isRefused = faulty.length > 0
  const wanted = [isMute ? SPEAK : QUIETLY, BACK, isRefused ? AGAIN : KEPT].join(" ")
  const faults = faulty.map(({ raw, fault }) => `${JSON.stringify(raw)}\n  ${fault}`)
  const parts = [wanted, data("answer", written(answer)), ...(isRefused ? [data("faults", faults.join("\n"))] : [])]
  return continued(prompt, parts.join("\n\n"))
}

/** The question whose reply stands already, given by somebody who could not write its notes. */
export const resuming = (prompt: Prompt, { text }: { text: string }): Prompt =>
  continued(prompt, `${BACK}\n\n${data("answer", text)}`)

const GO_ON =
  "Write no reply and no question: the visitor has read your reply to this message. What you proposed is written down. What of the message stands in no line yet is listed, with the number it is going to have among what is not sorted. Go on: call propose once, with sort for what is a line as it stands, many numbers at once where they are of one kind, and with add, quoting, for what should be said in other words. Leave what says nothing for the document, a heading say: it is listed as not sorted, and you may retire it with your next answer. The document you see is as it was before your answer; propose no changes when nothing is left to do."

/** What a message still holds, for the model that has written down the beginning of it. */
export const continuing = (prompt: Prompt, left: readonly Pick<Item, "id" | "text">[]): Prompt =>
  continued(
    prompt,
    [GO_ON, data("left", left.map(({ id, text }) => `${id}: ${text.replace(/\s+/g, " ")}`).join("\n"))].join("\n\n"),
  )
