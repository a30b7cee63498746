import type { LanguageModel } from "ai"

/**
 * The AI SDK's language model, called directly: `streamText` would bring retries, a loop over tool calls, warnings on the console and
 * 250 KB, and none of it is wanted here.
 */
export type Model = Extract<LanguageModel, { specificationVersion: "v4" }>

export type Request = Parameters<Model["doStream"]>[0]
export type Prompt = Request["prompt"]
export type Tools = NonNullable<Request["tools"]>

type Stream = Awaited<ReturnType<Model["doStream"]>>["stream"]
export type Part = Stream extends ReadableStream<infer P> ? P : never
export type Tokens = Extract<Part, { type: "finish" }>["usage"]

/** The same model, whose answers come by another way. */
export const withStream = (model: Model, doStream: Model["doStream"]): Model => ({
  specificationVersion: model.specificationVersion,
  provider: model.provider,
  modelId: model.modelId,
  supportedUrls: model.supportedUrls,
  doGenerate: (request) => model.doGenerate(request),
  doStream,
})
