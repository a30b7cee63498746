import type { Call } from "./call.ts"
import type { Play, Usage } from "./play.ts"

export type AnsweredTool = { id: string; name: string; json: string; pieces: string[] }

/** A play, complete: what a wire puts into its provider's form. */
export type Answer = {
  /** Unique in this stand-in; a wire puts its provider's prefix before it. */
  id: string
  model: string
  /** Epoch seconds. */
  createdAt: number
  texts: string[]
  tools: AnsweredTool[]
  usage: Usage
  stop: NonNullable<Play["stop"]>
  wantsUsage: boolean
}

export function answerOf(call: Call, play: Play): Answer {
  const id = `standin${String(call.number).padStart(6, "0")}`
  const texts = typeof play.text === "string" ? play.text.split(/(?<=\s)/u) : (play.text ?? [])
  const tools = (play.tools ?? []).map(({ name, input }, at) => {
    const json = typeof input === "string" ? input : JSON.stringify(input)
    return { id: `${id}t${at}`, name, json, pieces: json.match(/.{1,12}/gsu) ?? [] }
  })
  const written = [...texts, ...tools.map(({ json }) => json)].join("")
  return {
    id,
    model: call.model,
    createdAt: Math.floor(Date.now() / 1_000),
    texts: texts.filter((text) => text !== ""),
    tools,
    usage: { input: tokens(readOf(call)), output: tokens(written), cacheRead: 0, cacheWrite: 0, ...play.usage },
    stop: play.stop ?? (tools.length > 0 ? "tool" : "end"),
    wantsUsage: call.wantsUsage,
  }
}

/** The same answer with a piece that ends exactly after so many characters. */
export function parted(answer: Answer, after: number): Answer {
  let left = after
  const part = (piece: string): string[] => {
    const at = left
    left -= piece.length
    return at > 0 && at < piece.length ? [piece.slice(0, at), piece.slice(at)] : [piece]
  }
  const texts = answer.texts.flatMap(part)
  return { ...answer, texts, tools: answer.tools.map((tool) => ({ ...tool, pieces: tool.pieces.flatMap(part) })) }
}

const readOf = ({ system, messages }: Call) => [system, ...messages.map(({ text }) => text)].join("")

const tokens = (text: string) => Math.ceil(text.length / 4)
