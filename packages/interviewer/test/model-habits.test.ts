import { expect, test } from "vitest"
import { modelInterviewer } from "../src/model/interviewer.ts"
import type { ModelChoice } from "../src/model/provider.ts"
import { contextOf, hear, LIMITS } from "./model-play.ts"
import { anthropic, compatible, openai, refuse, type Script, streaming, type Wire, wire } from "./model-wire.ts"

const context = contextOf(["We bake cakes."])
const script: Script = { text: "Cakes, got it. Who orders them?", tokens: { input: 900, cached: 0, output: 40 } }
const input = { changes: [] }

function asking(choice: Omit<ModelChoice, "apiKey">, more: { temperature?: number } = {}) {
  const asks = modelInterviewer({
    models: { answer: { ...choice, apiKey: "k" } },
    maxTokens: 800,
    timeouts: LIMITS,
    ...more,
  })
  return hear(asks.reply(context, new AbortController().signal))
}

const bodies = (there: Wire) => there.asked.map(({ body }) => JSON.parse(body))

/** Refuses a request that has the field, as servers word it. */
const without = (field: string, message: string, otherwise: Parameters<typeof wire>[0]) =>
  wire((response, asked) =>
    field in JSON.parse(asked.body)
      ? refuse(400, {}, JSON.stringify({ error: { message, type: "invalid_request_error" } }))(response, asked)
      : otherwise(response, asked),
  )

test.each([
  ["temperature", "Unsupported parameter: 'temperature' is not supported with this model."],
  ["stream_options", "Unknown field: stream_options"],
  [
    "max_tokens",
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
  ],
])("a field that an endpoint refuses, %s, is left out, and not tried a second time", async (field, message) => {
  await using there = await without(field, message, streaming(compatible(script)))
  const choice = { provider: "openai-compatible", model: "m", baseUrl: there.url } as const
  for (const _ of ["once", "and again"]) {
    const { failure, text } = await asking(choice, { temperature: 0.5 })
    expect(failure).toBeUndefined()
    expect(text).toBe(script.text)
  }
  expect(bodies(there).map((body) => field in body)).toEqual([true, false, false])
  expect(bodies(there).at(-1)?.["max_completion_tokens"]).toBe(field === "max_tokens" ? 800 : undefined)
})

test("who takes neither name of the cap is asked without one", async () => {
  const refusal = (name: string) => refuse(400, {}, JSON.stringify({ detail: `unexpected field ${name}` }))
  await using there = await wire((response, asked) => {
    const body = JSON.parse(asked.body)
    const name = ["max_tokens", "max_completion_tokens"].find((field) => field in body)
    return (name ? refusal(name) : streaming(compatible(script)))(response, asked)
  })
  expect((await asking({ provider: "openai-compatible", model: "m", baseUrl: there.url })).text).toBe(script.text)
  expect(there.asked).toHaveLength(3)
})

test("another model at the same address is asked for all again", async () => {
  await using there = await without("temperature", "temperature is not supported", streaming(compatible(script)))
  for (const model of ["one", "two"])
    await asking({ provider: "openai-compatible", model, baseUrl: there.url }, { temperature: 0.5 })
  expect(there.asked).toHaveLength(4)
})

test("a 400 about something else is told at once", async () => {
  await using there = await wire(refuse(400, {}, JSON.stringify({ error: { message: "messages: too long" } })))
  const { failure } = await asking({ provider: "openai-compatible", model: "m", baseUrl: there.url })
  expect(failure).toMatchObject({ code: "model.invalid", isBeforeText: true })
  expect(there.asked).toHaveLength(1)
})

test("a temperature that nobody set is not sent", async () => {
  for (const [provider, events] of [
    ["anthropic", anthropic],
    ["openai", openai],
    ["openai-compatible", compatible],
  ] as const) {
    await using there = await wire(streaming(events(script)))
    await asking({ provider, model: "m", baseUrl: there.url })
    expect(bodies(there)[0]).not.toHaveProperty("temperature")
  }
})

/** The least that each of them can think, as the SDK's own list of models has it. */
test.each([
  ["claude-opus-5-5", { output_config: { effort: "low" } }],
  ["claude-sonnet-5-5", { thinking: { type: "between_tools" } }],
  ["claude-haiku-5-5", { thinking: { type: "disabled" } }],
  ["claude-fable-5-1", { output_config: { effort: "low" } }],
  ["claude-haiku-4-5", { thinking: { type: "disabled" } }],
])("%s thinks as little as it can", async (model, sent) => {
  await using there = await wire(streaming(anthropic(script)))
  await asking({ provider: "anthropic", model, baseUrl: there.url })
  expect(bodies(there)[0]).toMatchObject(sent)
})

test.each([
  ["gpt-6.1-terra", "none"],
  ["gpt-6.1-sol", "low"],
  ["gpt-5.4", "none"],
  ["gpt-5", "minimal"],
])("%s thinks as little as it can, %s, and sums up none of it", async (model, effort) => {
  await using there = await wire(streaming(openai(script)))
  await asking({ provider: "openai", model, baseUrl: there.url })
  expect(bodies(there)[0]["reasoning"]).toEqual({ effort })
})

test("thoughts that only tell their end are never read, not of a first answer and of none that follows", async () => {
  const text = "They bake cakes. So I ask who orders.\n</think>\n\nCakes, got it. Who orders them?"
  await using there = await wire(streaming(compatible({ ...script, text, tool: { name: "propose", input } })))
  for (const _ of ["once", "and again"]) {
    const heard = await asking({ provider: "openai-compatible", model: "m", baseUrl: there.url })
    expect(heard.text).toBe("Cakes, got it. Who orders them?")
  }
})

test("a model that thinks in silence speaks at once, from its second answer on", async () => {
  const events = compatible({ ...script, tool: { name: "propose", input } })
  const words = script.text
    .split(/(?<= )/)
    .map((content) => ({ ...events[0], choices: [{ index: 0, delta: { content } }] }))
  await using there = await wire(streaming([...words, ...events.slice(1)]))
  const choice = { provider: "openai-compatible", model: "m", baseUrl: there.url } as const
  expect((await asking(choice)).pieces).toEqual([script.text])
  expect((await asking(choice)).pieces.length).toBe(words.length)
})
