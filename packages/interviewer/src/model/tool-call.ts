import { tools } from "./prompt/tools.ts"

export type ToolCall = { id: string; name: string; input: string }

/** `functions.Propose` is ours. An input is JSON, whether it came as a text or as a value; what it means is read with the document. */
export const toolCall = (id: string, name: string, input: unknown): ToolCall => ({
  id,
  name: nameOf(name),
  input: typeof input === "string" ? input : JSON.stringify(input),
})

/** Our own spelling of a tool's name; any other name stays as it is. */
export function nameOf(name: string): string {
  const plain = name
    .trim()
    .replace(/:\d+$/, "") // some number their calls
    .replace(/^.*[./:]/, "")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[-\s]+/g, "_")
    .toLowerCase()
  return tools.some((tool) => tool.name === plain) ? plain : name
}
