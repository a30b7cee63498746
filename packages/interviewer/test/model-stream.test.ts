import { empty } from "@spec-wizard/core/protocol/document"
import { expect, test } from "vitest"
import { modelInterviewer } from "../src/model/interviewer.ts"
import type { Provider as AnyProvider } from "../src/model/provider.ts"
import { choicesIn, contextOf, hear, LIMITS, operationsIn, usageIn } from "./model-play.ts"
import { anthropic, compatible, type Event, openai, type Script, streaming, wire } from "./model-wire.ts"

/** Those that speak JSON over server-sent events; Bedrock has a wire of its own. */
type Provider = Exclude<AnyProvider, "bedrock">

const context = contextOf(["We bake cakes, and no delivery."])
const input = {
  changes: [
    {
      op: "add",
      kind: "exclusion",
      text: "Delivery",
      evidence: "stated",
      quotes: [{ message: 1, quote: "no delivery" }],
    },
  ],
}
const script: Script = {
  text: "Cakes, got it. Who orders them?",
  tool: { name: "propose", input },
  tokens: { input: 900, cached: 700, output: 40 },
}
const CUT = "My answer stops here because it was cut off. What you wrote is kept; you can have me try again."
const REFUSED =
  "The AI stopped here and did not want to go on. What you wrote is kept; you can have it try again, or say it in other words."

async function heardFrom(provider: Provider, events: readonly Event[]) {
  await using there = await wire(streaming(events))
  const choice = { provider, model: "m", apiKey: "k", baseUrl: there.url }
  const asks = modelInterviewer({ models: { answer: choice }, maxTokens: 800, timeouts: LIMITS })
  const heard = await hear(asks.reply(context, new AbortController().signal))
  return { ...heard, calls: there.asked.length, lines: operationsIn(heard, context, empty("en")) }
}

const DELIVERY = [{ op: "add", item: { id: "OUT-1", text: "Delivery" } }]
const formats = { anthropic, openai, "openai-compatible": compatible }
const spliced = (events: Event[], at: number, ...more: Event[]) => events.toSpliced(at, 0, ...more)
const textAt = { anthropic: 4, openai: 4, "openai-compatible": 1 }

/** What came out after this was written, or is not documented. */
const strange: [Provider, string, Event[]][] = [
  ["anthropic", "an event", [{ type: "message_note", note: { text: "x" } }]],
  ["anthropic", "a delta", [{ type: "content_block_delta", index: 0, delta: { type: "tone_delta", tone: "warm" } }]],
  [
    "anthropic",
    "a content block",
    [
      { type: "content_block_start", index: 7, content_block: { type: "hologram", data: "x" } },
      { type: "content_block_delta", index: 7, delta: { type: "hologram_delta", data: "x" } },
      { type: "content_block_stop", index: 7 },
    ],
  ],
  ["openai", "an event", [{ type: "response.hologram.delta", delta: "x" }]],
  ["openai", "an event without a type", [{ note: "x" }]],
  ["openai-compatible", "a chunk", [{ object: "note", text: "x" }]],
  ["openai-compatible", "a delta", [{ id: "c1", choices: [{ index: 0, delta: { content: 7 } }] }]],
]

test.each(strange)(
  "%s: %s that nobody knows is left out, before the text and after it",
  async (provider, _, events) => {
    const all = formats[provider](script)
    for (const at of [0, 1, textAt[provider]]) {
      const { failure, text, lines } = await heardFrom(
        provider,
        spliced(all, provider === "anthropic" ? Math.max(1, at) : at, ...events),
      )
      expect(failure, `at ${at}`).toBeUndefined()
      expect(text).toBe(script.text)
      expect(lines).toMatchObject(DELIVERY)
    }
  },
)

const call = (more: object) => ({ index: 0, id: "call_1", type: "function", function: { name: "propose", ...more } })
const chunk = (delta: object, finish_reason: string | null = null): Event => ({
  id: "c1",
  object: "chat.completion.chunk",
  created: 1,
  model: "m",
  choices: [{ index: 0, delta, finish_reason }],
})
const [start = {}, ...rest] = anthropic({ ...script, tool: undefined })
const used = (events: Event[]) => events.slice(0, -2)
const ended = rest.slice(-2)
const toolBlock = (block: object, ...deltas: object[]): Event[] => [
  { type: "content_block_start", index: 1, content_block: { type: "tool_use", id: "t1", name: "propose", ...block } },
  ...deltas.map((delta) => ({ type: "content_block_delta", index: 1, delta })),
  { type: "content_block_stop", index: 1 },
]
const item = { type: "function_call", id: "fc_1", call_id: "c", name: "propose", status: "completed" }

const objects: [string, Provider, Event[]][] = [
  ["at the block's start", "anthropic", [start, ...used(rest), ...toolBlock({ input }), ...ended]],
  [
    "in a delta",
    "anthropic",
    [start, ...used(rest), ...toolBlock({ input: {} }, { type: "input_json_delta", partial_json: input }), ...ended],
  ],
  [
    "in a chunk of its own",
    "openai-compatible",
    [chunk({ content: script.text }), chunk({ tool_calls: [call({ arguments: input })] }), chunk({}, "tool_calls")],
  ],
  [
    "in the chunk that says all",
    "openai-compatible",
    [chunk({ content: script.text, tool_calls: [call({ arguments: input })] }, "tool_calls")],
  ],
  [
    "at the end of an item",
    "openai",
    openai(script).map((event) =>
      event.type === "response.output_item.done" && event["output_index"] === 1
        ? { ...event, item: { ...item, arguments: input } }
        : event,
    ),
  ],
]

test.each(objects)("a tool's arguments may be an object, %s (%s)", async (_, provider, events) => {
  const { failure, text, lines, calls } = await heardFrom(provider, events)
  expect(failure).toBeUndefined()
  expect(text).toBe(script.text)
  expect(lines).toMatchObject(DELIVERY)
  expect(calls).toBe(1)
})

test.each(["Propose", "functions.propose", "functions.propose:0", "PROPOSE", "tools/propose"])(
  "a tool that is called %s is ours",
  async (name) => {
    const { lines } = await heardFrom("openai-compatible", compatible({ ...script, tool: { name, input } }))
    expect(lines).toMatchObject(DELIVERY)
  },
)

const stopped = (stop_reason: string, text = script.text): Event[] =>
  anthropic({ ...script, text, tool: undefined }).map((event) =>
    event.type === "message_delta" ? { ...event, delta: { stop_reason, stop_sequence: null } } : event,
  )
const finished = (reason: string): Event[] => [chunk({ content: script.text }), chunk({}, reason)]
const incomplete = (reason: string): Event[] =>
  openai({ ...script, tool: undefined }).map((event) =>
    event.type === "response.completed"
      ? {
          type: "response.incomplete",
          response: { ...(event["response"] as object), status: "incomplete", incomplete_details: { reason } }, // openai() writes one
        }
      : event,
  )

const unfinished: [string, Provider, Event[], string, string][] = [
  ["max_tokens", "anthropic", stopped("max_tokens"), "model.cut", CUT],
  ["pause_turn", "anthropic", stopped("pause_turn"), "model.cut", CUT],
  ["model_context_window_exceeded", "anthropic", stopped("model_context_window_exceeded"), "model.cut", CUT],
  ["refusal", "anthropic", stopped("refusal"), "model.refused", REFUSED],
  ["length", "openai-compatible", finished("length"), "model.cut", CUT],
  ["content_filter", "openai-compatible", finished("content_filter"), "model.refused", REFUSED],
  ["max_output_tokens", "openai", incomplete("max_output_tokens"), "model.cut", CUT],
  ["content_filter", "openai", incomplete("content_filter"), "model.refused", REFUSED],
]

test.each(unfinished)(
  "%s in the text of %s is no end: it fails, and says so",
  async (_, provider, events, code, words) => {
    const heard = await heardFrom(provider, events)
    expect(heard.failure).toMatchObject({ code, isBeforeText: false })
    expect(heard.text).toBe(`${script.text}\n\n${words}`)
    expect(usageIn(heard)).toMatchObject({ outputTokens: expect.any(Number) })
    expect(heard.calls).toBe(1)
  },
)

test.each([
  ["refusal", "model.refused"],
  ["max_tokens", "model.cut"],
])("%s before a word leaves the turn to somebody else", async (reason, code) => {
  const heard = await heardFrom("anthropic", stopped(reason, ""))
  expect(heard.failure).toMatchObject({ code, isBeforeText: true })
  expect(heard.text).toBe("")
})

test("max_tokens in a tool call cuts no words: it is asked for once more", async () => {
  const events = anthropic(script).map((event) =>
    event.type === "message_delta" ? { ...event, delta: { stop_reason: "max_tokens", stop_sequence: null } } : event,
  )
  const { failure, text } = await heardFrom("anthropic", events)
  expect(failure).toBeUndefined()
  expect(text).toBe(script.text)
})

const second = [
  { type: "content_block_start", index: 2, content_block: { type: "text", text: "" } },
  { type: "content_block_delta", index: 2, delta: { type: "text_delta", text: "I've noted it." } },
  { type: "content_block_stop", index: 2 },
]

test("two texts of one answer are two paragraphs", async () => {
  const text = "Cakes, got it."
  const heard = await heardFrom("anthropic", spliced(anthropic({ ...script, text }), -2, ...second))
  expect(heard.text).toBe(`${text}\n\nI've noted it.`)
  expect(heard.lines).toMatchObject(DELIVERY)
})

test("whoever has asked and turns to the notes has said it all: the visitor may have gone on", async () => {
  const { text, lines, parts } = await heardFrom("anthropic", spliced(anthropic(script), -2, ...second))
  expect(text).toBe(script.text)
  expect(parts.map(({ type }) => type).filter((type) => type === "reply-end" || type === "changes")).toEqual([
    "reply-end",
    "changes",
  ])
  expect(lines).toMatchObject(DELIVERY)
})

test("a call that a server leaves in the text is made, and not read", async () => {
  const text = `${script.text}\n<tool_call>${JSON.stringify({ name: "propose", arguments: input })}</tool_call>`
  const heard = await heardFrom("openai-compatible", compatible({ ...script, text, tool: undefined }))
  expect(heard.text).toBe(script.text)
  expect(heard.lines).toMatchObject(DELIVERY)
})

test("a choice without a value is what its label says, and one without anything costs the others nothing", async () => {
  const choices = [
    { label: "Our customers" },
    { value: "Our team takes them." },
    {},
    { label: "Both", value: "Both of them." },
  ]
  const tool = { name: "offer_choices", input: { choices } }
  expect(choicesIn(await heardFrom("anthropic", anthropic({ ...script, tool })))).toEqual([
    { label: "Our customers", value: "Our customers" },
    { label: "Our team takes them.", value: "Our team takes them." },
    { label: "Both", value: "Both of them." },
  ])
})
