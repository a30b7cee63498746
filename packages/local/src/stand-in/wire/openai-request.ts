import * as z from "zod/mini"
import type { Said } from "../call.ts"
import { Schema } from "../schema.ts"

/** Text in any of the forms that OpenAI's two interfaces take; what is no text (pictures, files) counts as none. */
export const Content = z.nullish(
  z.union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.optional(z.string()) }))]),
)
export type Content = z.infer<typeof Content>

export const textOf = (content: Content): string =>
  typeof content === "string" ? content : (content ?? []).map(({ text }) => text ?? "").join("")

/** The settings that both interfaces have. */
export const common = {
  model: z.string(),
  stream: z.nullish(z.boolean()),
  temperature: z.nullish(z.number()),
}

export const FunctionTool = z.object({ name: z.string(), parameters: z.nullish(Schema) })

export const offered = (tools: z.infer<typeof FunctionTool>[]) => ({
  tools: tools.map(({ name }) => name),
  schemas: Object.fromEntries(tools.map(({ name, parameters }) => [name, parameters ?? {}])),
})

/** What a client sends back as a tool's input is what was given to it: JSON, or not. */
export function inputOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** What stands apart here belongs together: an answer's text and each call of a tool; the results of those calls. */
export function joined(said: Said[], next: Said): Said[] {
  const last = said.at(-1)
  const isSame = last !== undefined && last.role === next.role && next.role !== "user" && next.text === ""
  if (!isSame) return [...said, next]
  return [
    ...said.slice(0, -1),
    { ...last, uses: [...last.uses, ...next.uses], results: [...last.results, ...next.results] },
  ]
}
