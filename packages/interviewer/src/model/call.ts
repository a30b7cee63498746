import { failureOf, ModelFailedError } from "./failure.ts"
import type { Model, Request, Tokens } from "./language-model.ts"
import { type Speech, speech } from "./speech.ts"
import { Watch } from "./watch.ts"

/** Milliseconds: until the provider's first sign, and between two of them. */
export type Patience = { firstByteMs: number; silenceMs: number }

export type ToolCall = { id: string; name: string; input: string }

/** `hasBegun`: a first sign has come. `isCut`: it had more to say than it was allowed to. */
export type Answer = { hasBegun: boolean; text: string; tools: ToolCall[]; isCut: boolean; tokens: Tokens | undefined }

export const unheard = (): Answer => ({ hasBegun: false, text: "", tools: [], isCut: false, tokens: undefined })

/**
 * Asks once. Yields the text as it comes, without what is not meant for a reader, and fills `answer` as it goes, so that a call that ends
 * half-way still tells what it used. Stopped, or after too long a silence, it hangs up at once.
 * @throws {ModelFailedError} @throws the signal's reason when that was aborted
 */
export async function* call(
  model: Model,
  request: Request,
  { signal, ...patience }: Patience & { signal: AbortSignal },
  answer: Answer,
  spoken: Speech = speech(),
): AsyncGenerator<string, void> {
  const watch = new Watch(signal)
  let isWhole = false
  try {
    for await (const part of parts(model, request, watch, patience)) {
      answer.hasBegun ||= part.type !== "stream-start" && part.type !== "error"
      if (part.type === "error") throw failureOf(part.error, answer.text === "")
      if (part.type === "tool-call") {
        answer.tools.push({ id: part.toolCallId, name: part.toolName, input: part.input })
      } else if (part.type === "finish") {
        const { unified } = part.finishReason
        isWhole = unified !== "error" && unified !== "interrupted"
        answer.isCut = unified === "length"
        answer.tokens = part.usage
      }
      const text = part.type === "text-delta" ? spoken.push(part.delta) : part.type === "finish" ? spoken.end() : ""
      if (text === "") continue
      answer.text += text
      yield text
    }
    if (!isWhole) throw new ModelFailedError("model.unavailable", { isBeforeText: answer.text === "" })
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
