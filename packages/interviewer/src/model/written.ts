import { isObject } from "./proposal/value.ts"
import { nameOf, type ToolCall, toolCall } from "./tool-call.ts"

/** A call of a tool, or a thought, that stands in the text: where it ends; undefined while that is yet to come. */
export type Written = { endIn(text: string): number | undefined }

const NAMES = ["propose", "offer_choices", "offerchoices"]
const SPACES = ["functions.", "function.", "tools.", "default_api.", ""]
const ANNOUNCED = ["[calls ", "[call ", "[calling ", "[called ", "[uses ", "[tool call: ", "[tool_call: "]

const called = SPACES.flatMap((space) => NAMES.map((name) => `${space}${name}(`))
const announced = ANNOUNCED.flatMap((how) => SPACES.flatMap((space) => NAMES.map((name) => `${how}${space}${name}`)))
/** What a model of channels writes when its template has lost the marks between them. */
const CHANNELS = ["assistantcommentary", "assistantanalysis", "assistantfinal", "commentary to="]
const FUNCTION = "✿function✿"
/** `<|channel|>analysis<|message|>`: all but the last of them is not for a reader. */
const CHANNEL = /^(?:<\|start\|>\s*assistant\s*)?<\|channel\|>\s*(\w+)([^<]*)(?:<\|constrain\|>\s*\w*)?\s*<\|message\|>/
const MARKS = ["<|start|>", "<|channel|>"]

/** Characters at which one may begin. */
export const OPENINGS = /[<[⟦`{✿]|(?<![\p{L}\p{N}_])[acdfopt]/giu

/** Of those a text begins with, if any. `isFirst`: nothing was said before it. */
export function writtenAt(text: string, isFirst: boolean): Written | undefined {
  const low = text.toLowerCase()
  const call = called.find((opening) => low.startsWith(opening))
  if (call !== undefined && /^\s*(?:[{[]|\w+\s*=[^=])/.test(text.slice(call.length)))
    return { endIn: (all) => closed(all, call.length - 1) }
  if (announced.some((opening) => low.startsWith(opening))) return { endIn: (all) => closed(all, 0) }
  if (/^<(?:propose|offer_?choices)\b[^<>]*>/i.test(text)) return { endIn: afterTag }
  if (/^<\|(?:python_tag|tool_call|tool_calls_begin|plugin|action_start)\|>/i.test(text)) return { endIn: afterJson }
  if (/^```\w*\s*(?:\w+\.)?(?:propose|offer_?choices)\s*\(/i.test(text)) return { endIn: (all) => after(all, "```", 3) }
  if (low.startsWith(FUNCTION)) return { endIn: afterJson }
  if (/^✿\p{Lu}+✿:?/u.test(text)) return { endIn: (all) => /^✿\p{Lu}+✿:?/u.exec(all)?.[0].length }
  const [mark, channel, to = ""] = CHANNEL.exec(text) ?? []
  if (mark !== undefined) {
    if (channel === "final") return { endIn: () => mark.length }
    return { endIn: to.includes("to=") ? afterJson : (all) => before(all, /<\|(?:end|start|channel)\|>/g, mark.length) }
  }
  if (/^<\|start\|>assistant(?!<|$)/.test(text)) return { endIn: () => "<|start|>assistant".length }
  if (/^(?:assistant)?commentary to=/.test(text) || low.startsWith("assistantcommentary")) return { endIn: afterJson }
  if (low.startsWith("assistantfinal")) return { endIn: () => "assistantfinal".length }
  if (low.startsWith("assistantanalysis") || (isFirst && /^analysis(?=[\p{Lu}"'\n])/u.test(text)))
    return { endIn: (all) => before(all, /assistant(?:final|commentary)/g, "analysis".length) }
  return undefined
}

/** More text could make one of it. */
export function mayBecome(text: string, isFirst: boolean): boolean {
  const low = text.toLowerCase()
  if ([...called, ...announced, ...CHANNELS, ...MARKS, FUNCTION].some((opening) => opening.startsWith(low))) return true
  if (isFirst && "analysis".startsWith(text)) return true
  const call = called.find((opening) => low.startsWith(opening))
  if (call !== undefined && /^\s*(?:\w+\s*=?)?\s*$/.test(text.slice(call.length))) return true
  if (/^✿\p{Lu}*$/u.test(text)) return true
  if (/^```\w*\s*[\w.]*$/.test(text)) return text.length < 60
  return MARKS.some((mark) => low.startsWith(mark)) && text.length < 160 && !/<\|message\|>|\{/.test(text)
}

const after = (text: string, end: string, from: number) => {
  const at = text.indexOf(end, from)
  return at < 0 ? undefined : at + end.length
}

function before(text: string, end: RegExp, from: number): number | undefined {
  end.lastIndex = from
  return end.exec(text)?.index
}

const afterTag = (text: string) => {
  const name = /^<(\w+)/.exec(text)?.[1] ?? ""
  if (/^<[^<>]*\/>/.test(text)) return text.indexOf(">") + 1
  return after(text.toLowerCase(), `</${name.toLowerCase()}>`, 1)
}

/** After the first value of JSON in it; where a line begins that is none, there is none. */
function afterJson(text: string): number | undefined {
  const at = text.search(/[{[]/)
  return at < 0 ? undefined : closed(text, at)
}

/** Where what opens there is closed; signs inside of quotation marks do not count. */
function closed(text: string, from: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? ""
    if (isQuoted) {
      if (character === "\\") at++
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if ("([{".includes(character)) depth++
    else if (")]}".includes(character) && --depth === 0) return at + 1
  }
  return undefined
}

const THOUGHT = /^<(?:\/|\w+:)?(?:think|thinking|reasoning)\b|^(?:assistant)?analysis|channel\|>analysis/i
const PARAMETER = /<parameter(?:=| name=")([\w-]+)"?>([\s\S]*?)<\/parameter>/gi

/** The calls of our tools in what was taken out of a text, as far as they can be read. What a model only thought of counts for nothing. */
export function callsIn(taken: readonly string[]): ToolCall[] {
  return taken
    .flatMap((text) => (THOUGHT.test(text) ? [] : callsOf(text)))
    .map(({ name, input }, index) => toolCall(`written_${index}`, name, input))
}

type Call = { name: string; input: unknown }

function callsOf(text: string): Call[] {
  const named = [...text.matchAll(/\b(?:propose|offer_?choices)\b/gi)].map(([name]) => nameOf(name))
  const parameters = [...text.matchAll(PARAMETER)].map(([, name = "", value = ""]) => [name, jsonOr(value.trim())])
  if (named[0] && parameters.length > 0) return [{ name: named[0], input: Object.fromEntries(parameters) }]
  const calls: Call[] = []
  for (let from = 0; ; ) {
    const at = from + text.slice(from).search(/[{[]/)
    if (at < from) return calls
    const end = closed(text, at)
    const value = end === undefined ? undefined : jsonOr(text.slice(at, end))
    if (value !== undefined) calls.push(...callsAs(value, nameBefore(text, at)))
    // What is no JSON as a whole, `[calls propose {…}]` say, may hold some.
    from = value === undefined || end === undefined ? at + 1 : end
  }
}

function callsAs(value: unknown, name: string | undefined): Call[] {
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => callsAs(one, undefined))
    return all.length > 0 || name === undefined ? all : [{ name, input: value }]
  }
  if (!isObject(value)) return []
  const inner = isObject(value["function"]) ? value["function"] : value
  const told = [inner["name"], inner["tool"], inner["tool_name"], inner["function"]].find(
    (one) => typeof one === "string",
  )
  const input = inner["arguments"] ?? inner["parameters"] ?? inner["input"] ?? inner["args"]
  if (typeof told === "string" && input !== undefined) return [{ name: told, input }]
  if (name !== undefined) return [{ name, input: value }]
  if (Array.isArray(value["changes"])) return [{ name: "propose", input: value }]
  return Array.isArray(value["choices"]) ? [{ name: "offer_choices", input: value }] : []
}

/** The tool's name that stands closest before it. */
function nameBefore(text: string, at: number): string | undefined {
  const name = [...text.slice(0, at).matchAll(/(?:propose|offer_?choices)(?![\w])/gi)].at(-1)?.[0]
  return name && nameOf(name.toLowerCase() === "offerchoices" ? "offer_choices" : name)
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text === "" || /^[{[]/.test(text) ? undefined : text
  }
}
