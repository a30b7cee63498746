import type { Habits } from "./habits.ts"
import { type Model, type Part, withStream } from "./language-model.ts"

const END = "</think>"

/**
 * A model whose server leaves the thoughts in the text and has lost the sign where they begin: only `</think>`, where they end, tells. What
 * was streamed by then has been read. So the first words of a model are held back until it calls a tool or ends, and those that follow, of
 * one that thinks aloud, to the end of its thoughts; until then the parts that are passed on are thoughts.
 */
export const withoutThoughts = (model: Model, habits: Habits): Model =>
  withStream(model, async (request) => {
    const answer = await model.doStream(request)
    const isHeld = habits.thinksAloud !== false
    return { ...answer, stream: answer.stream.pipeThrough(isHeld ? holding(habits) : watching(habits)) }
  })

function holding(habits: Habits): TransformStream<Part, Part> {
  let held = ""
  let isOver = false
  return new TransformStream({
    transform(part, controller) {
      if (isOver || !HOLDS.has(part.type)) return controller.enqueue(part)
      if (part.type === "text-delta") held += part.delta
      else if (part.type === "text-start" && held !== "") held += "\n\n"
      const isText = part.type === "text-delta" || part.type === "text-start"
      const end = loneEnd(held)
      if (isText && end === undefined) return controller.enqueue({ type: "reasoning-delta", id: "held", delta: "" })
      isOver = true
      if (held !== "") habits.thinksAloud = end !== undefined
      const said = held.slice(end)
      if (said !== "") controller.enqueue({ type: "text-delta", id: "held", delta: said })
      if (!isText) controller.enqueue(part)
    },
  })
}

/** With these the words before are over. */
const HOLDS = new Set<Part["type"]>(["text-start", "text-delta", "tool-input-start", "tool-call", "finish"])

/** Where thoughts end that did not begin; those that did are for whoever reads the text. */
function loneEnd(text: string): number | undefined {
  const at = text.indexOf(END)
  return at < 0 || /<think(?:ing)?>/i.test(text.slice(0, at)) ? undefined : at + END.length
}

/** It has become another model behind the same name. */
function watching(habits: Habits): TransformStream<Part, Part> {
  let said = ""
  return new TransformStream({
    transform(part, controller) {
      if (part.type === "text-delta") {
        said = (said + part.delta).slice(-4_000)
        if (loneEnd(said) !== undefined) habits.thinksAloud = true
      }
      controller.enqueue(part)
    },
  })
}
