import type { Model, Part } from "./language-model.ts"

/**
 * A model whose tool calls are told also when its answer ends in the middle of one: not every provider's adapter tells of a call that was not
 * ended.
 */
export const withCutCalls = (model: Model): Model => ({
  specificationVersion: model.specificationVersion,
  provider: model.provider,
  modelId: model.modelId,
  supportedUrls: model.supportedUrls,
  doGenerate: (request) => model.doGenerate(request),
  async doStream(request) {
    const answer = await model.doStream(request)
    return { ...answer, stream: answer.stream.pipeThrough(finishing()) }
  },
})

function finishing(): TransformStream<Part, Part> {
  const open = new Map<string, { toolName: string; input: string }>()
  return new TransformStream({
    transform(part, controller) {
      if (part.type === "tool-input-start") open.set(part.id, { toolName: part.toolName, input: "" })
      else if (part.type === "tool-input-delta") {
        const call = open.get(part.id)
        if (call) call.input += part.delta
      } else if (part.type === "tool-call") open.delete(part.toolCallId)
      else if (part.type === "finish")
        for (const [toolCallId, call] of open) controller.enqueue({ type: "tool-call", toolCallId, ...call })
      controller.enqueue(part)
    },
  })
}
