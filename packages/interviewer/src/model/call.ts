import { failureOf, ModelFailedError } from "./failure.ts"
import type { Model, Part, Request, Tokens } from "./language-model.ts"
import { type Speech, speech } from "./speech.ts"
import { nameOf, type ToolCall, toolCall } from "./tool-call.ts"
import { isBrokenOff, unfinished } from "./unfinished.ts"
import { Watch } from "./watch.ts"

export type { ToolCall } from "./tool-call.ts"

/** Milliseconds: until the provider's first sign, and between two of them. */
export type Patience = { firstByteMs: number; silenceMs: number }

/** `hasBegun`: a first sign has come. `isCut`: it had more to call tools with than it was allowed to. */
export type Answer = { hasBegun: boolean; text: string; tools: ToolCall[]; isCut: boolean; tokens: Tokens | undefined }

export const unheard = (): Answer => ({ hasBegun: false, text: "", tools: [], isCut: false, tokens: undefined })

/**
 * Words for the visitor; or it has turned to its notes, after a question: what it calls tools with from here on is for the document. `tools`:
 * what it called before, as far as that has come.
 */
export type Said = { type: "text"; text: string } | { type: "notes"; tools: ToolCall[] }

/**
 * Asks once. Yields the text as it comes, without what is not meant for a reader, and fills `answer` as it goes, so that a call that ends
 * half-way still tells what it used. Stopped, or after too long a silence, it hangs up at once. Words that are cut or held back are no
 * answer; tool calls that are cut may be had by asking again.
 * @throws {ModelFailedError} @throws the signal's reason when that was aborted
 */
export async function* call(
  model: Model,
  request: Request,
  { signal, ...patience }: Patience & { signal: AbortSignal },
  answer: Answer,
  spoken: Speech = speech(),
): AsyncGenerator<Said, void> {
  const watch = new Watch(signal)
  let reason: Reason | undefined
  let isCalling = false
  const begun = new Map<string, ToolCall>()
  try {
    for await (const part of parts(model, request, watch, patience)) {
      answer.hasBegun ||= part.type !== "stream-start" && part.type !== "error"
      if (part.type === "error") throw failureOf(part.error, answer.text === "")
      if (part.type === "tool-call") answer.tools.push(toolCall(part.toolCallId, part.toolName, part.input))
      if (part.type === "tool-call" || part.type === "tool-input-start") isCalling = true
      if (part.type === "text-delta") isCalling = false
      if (isForNotes(part) && isQuestion(answer.text)) yield { type: "notes", tools: [...begun.values()] }
      // Some providers tell of a call as a whole only when all have come.
      if (part.type === "tool-input-start") begun.set(part.id, toolCall(part.id, part.toolName, ""))
      const call = part.type === "tool-input-delta" ? begun.get(part.id) : undefined
      if (call && part.type === "tool-input-delta") call.input += part.delta
      if (part.type === "finish") {
        reason = part.finishReason
        answer.tokens = part.usage
      }
      const text = heard(part, spoken)
      if (text === "") continue
      answer.text += text
      yield { type: "text", text }
    }
    const isBeforeText = answer.text === ""
    if (!reason || isBroken(reason)) throw new ModelFailedError("model.unavailable", { isBeforeText })
    const written = spoken.calls()
    answer.tools.push(...written)
    answer.isCut = reason.unified === "length"
    const why = unfinished(reason)
    const isToolsAlone = answer.isCut && (isCalling || written.length > 0) && !isBrokenOff(reason)
    if (why && !isToolsAlone) throw new ModelFailedError(why, { isBeforeText })
  } catch (error) {
    if (signal.aborted) throw signal.reason
    const isBeforeText = answer.text === ""
    throw watch.signal.aborted
      ? new ModelFailedError("model.timeout", { isBeforeText })
      : failureOf(error, isBeforeText)
  } finally {
    watch.end()
  }
}

const isForNotes = (part: Part) => part.type === "tool-input-start" && nameOf(part.toolName) === "propose"

/** Whoever has not asked yet may have more to say after the notes. */
const isQuestion = (text: string) => /[?？]["»”’)]*\s*$/.test(text)

type Reason = Extract<Part, { type: "finish" }>["finishReason"]

/** It ended without saying why; on Bedrock that counts as another reason. */
const isBroken = ({ unified, raw }: Reason) =>
  unified === "error" || unified === "interrupted" || (unified === "other" && raw === undefined)

/** One text after another is a paragraph of its own. */
function heard(part: Part, spoken: Speech): string {
  if (part.type === "text-start") return spoken.push("\n\n")
  if (part.type === "text-delta") return spoken.push(part.delta)
  return part.type === "finish" ? spoken.end() : ""
}

async function* parts(model: Model, request: Request, watch: Watch, { firstByteMs, silenceMs }: Patience) {
  watch.expect(firstByteMs)
  const { stream } = await watch.race(model.doStream({ ...request, abortSignal: watch.signal }))
  const reader = stream.getReader()
  const hangUp = () => {
    reader.cancel().catch(() => undefined) // it may have broken by itself
  }
  watch.signal.addEventListener("abort", hangUp, { once: true })
  for (;;) {
    const { done, value } = await reader.read()
    watch.signal.throwIfAborted()
    if (done) return
    // The SDK begins every stream with a part of its own, before anything has come.
    if (value.type !== "stream-start") watch.expect(silenceMs)
    yield value
  }
}
