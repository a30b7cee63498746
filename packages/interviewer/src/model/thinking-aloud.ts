import type { Habits } from "./habits.ts"
import { type Model, type Part, withStream } from "./language-model.ts"

const END = "</think>"

/**
 * A model whose server leaves the thoughts in the text and has lost the sign where they begin: only `</think>`, where they end, tells. What
 * was streamed by then has been read. So the first answer of a model is held back to its end, and those that follow of one that thinks aloud
 * to the end of its thoughts; until then the parts that are passed on are thoughts.
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
      if (isOver || (part.type !== "text-delta" && part.type !== "text-start" && part.type !== "finish"))
        return controller.enqueue(part)
      if (part.type === "text-delta") held += part.delta
      else if (part.type === "text-start" && held !== "") held += "\n\n"
      const end = held.indexOf(END)
      // One that begins properly is for whoever reads the text.
      const isLone = end >= 0 && !/<think(?:ing)?>/i.test(held.slice(0, end))
      if (part.type !== "finish" && !isLone)
        return controller.enqueue({ type: "reasoning-delta", id: "held", delta: "" })
      isOver = true
      habits.thinksAloud = isLone
      const said = isLone ? held.slice(end + END.length) : held
      if (said !== "") controller.enqueue({ type: "text-delta", id: "held", delta: said })
      if (part.type === "finish") controller.enqueue(part)
    },
  })
}

/** It has become another model behind the same name. */
function watching(habits: Habits): TransformStream<Part, Part> {
  let said = ""
  return new TransformStream({
    transform(part, controller) {
      if (part.type === "text-delta") {
        said = (said + part.delta).slice(-4_000)
        const end = said.indexOf(END)
        if (end >= 0 && !/<think(?:ing)?>/i.test(said.slice(0, end))) habits.thinksAloud = undefined
      }
      controller.enqueue(part)
    },
  })
}
