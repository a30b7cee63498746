import { tools } from "./prompt/tools.ts"

export type ToolCall = { id: string; name: string; input: string }

/** A call as it was meant: `functions.Propose` is ours, and an input is JSON, whether it came as a text or as a value. */
export function toolCall(id: string, name: string, input: unknown): ToolCall {
  const ours = nameOf(name)
  const value = meant(input)
  return { id, name: ours, input: value === undefined ? String(input) : JSON.stringify(filled(ours, value)) }
}

/** A list alone is the list that the tool takes. */
function filled(name: string, value: unknown): unknown {
  if (name === "offer_choices") return choicesIn(value)
  return name === "propose" && Array.isArray(value) ? { changes: value } : value
}

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

/** JSON inside of JSON is what it holds; undefined for what is none. */
function meant(input: unknown): unknown {
  if (typeof input !== "string") return input
  try {
    const value: unknown = JSON.parse(input)
    return typeof value === "string" ? meant(value) : value
  } catch {
    return undefined
  }
}

/** One choice that lacks something must not cost the others: the label is a sentence, too. */
function choicesIn(value: unknown): unknown {
  const list = Array.isArray(value) ? value : isObject(value) ? value["choices"] : undefined
  if (!Array.isArray(list)) return value
  const choices = list.flatMap((one: unknown) => {
    const { label, value: said } = isObject(one) ? one : { label: one, value: one }
    const [text] = [label, said].filter((words) => typeof words === "string" && words.trim() !== "")
    if (text === undefined) return []
    return { label: isText(label) ? label : text, value: isText(said) ? said : text }
  })
  return { ...(isObject(value) && value), choices }
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== ""

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
