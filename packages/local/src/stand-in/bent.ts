import type { Fault, Play, Tool } from "./play.ts"

/** The play as faults of what a model says change it. Those of what the connection does to it are delivery.ts's. */
export function bent(play: Play): Play {
  const { fault } = play
  if (!fault) return play
  if ("hugeDelta" in fault) return { ...play, text: [repeated(textOf(play), fault.hugeDelta)] }
  if ("empty" in fault) return { ...play, text: [], tools: [], stop: "end" }
  if ("toolInput" in fault)
    return { ...play, tools: (play.tools ?? []).map((tool) => ({ ...tool, input: spoilt(tool, fault.toolInput) })) }
  if ("textForTools" in fault) {
    const told = (play.tools ?? []).map((tool) => `\n\n\`\`\`json\n${JSON.stringify(tool)}\n\`\`\``)
    return { ...play, text: [textOf(play), ...told], tools: [], stop: "end" }
  }
  return play
}

const textOf = ({ text = "" }: Play) => (typeof text === "string" ? text : text.join(""))

const repeated = (text: string, length: number) =>
  (text || "la ").repeat(Math.ceil(length / (text || "la ").length)).slice(0, length)

const UNSAID = "Nobody has ever said this sentence to anybody."

function spoilt({ input }: Tool, how: Extract<Fault, { toolInput: unknown }>["toolInput"]): unknown {
  switch (how) {
    case "not json": {
      const json = typeof input === "string" ? input : JSON.stringify(input)
      return json.slice(0, Math.ceil(json.length / 2))
    }
    case "unfit":
      return { unfit: [true] }
    case "unsaid":
      return unsaid(input)
  }
}

function unsaid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unsaid)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, name === "quote" ? UNSAID : unsaid(held)]),
  )
}
