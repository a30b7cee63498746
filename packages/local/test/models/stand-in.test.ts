import { createAnthropic } from "@ai-sdk/anthropic"
import { createOpenAI } from "@ai-sdk/openai"
import { createOpenAICompatible } from "@ai-sdk/openai-compatible"
import { generateText, jsonSchema, type ToolSet } from "ai"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Split } from "../../src/stand-in/play.ts"
import { openStandIn, type StandIn } from "../../src/stand-in/stand-in.ts"
import { dice } from "../faults/dice.ts"
import { clients, KEY, names, streamed } from "./stand-in-clients.ts"

let standIn: StandIn
beforeAll(async () => {
  standIn = await openStandIn({ script: () => ({}) })
})
afterAll(() => standIn.close())

const anything = { inputSchema: jsonSchema({ type: "object" }) }
const tools: ToolSet = { note: anything, other: anything }

const pieces = [
  "a",
  " ",
  "\n",
  "Größe ",
  "¿qué? ",
  "👋🏽",
  "👩‍👩‍👧‍👦",
  "𝒳",
  "\u2028",
  '"',
  "\\",
  "\u0000",
  "data: ",
  "[DONE]",
  "日本 ",
]
function written(roll: () => number, length: number): string {
  let text = ""
  while (text.length < length) text += pieces[Math.floor(roll() * pieces.length)]
  return text
}

describe.each(names)("%s: what was played is what its own client reads", (name) => {
  test.each<Split>(["byte", 7, "event"])(
    "cut into writes by %s, deltas cut anywhere, even in a pair",
    async (split) => {
      const roll = dice(Date.now() % 1e6)
      const text = written(roll, 150)
      const input = { quote: written(roll, 60), deep: [{ of: [1, null, true] }], empty: "" }
      // Half of an emoji in each of two deltas is put together again by the client.
      const deltas = [...text.matchAll(/[\s\S]{1,5}/g)].map(([delta]) => delta)
      standIn.play(() => ({
        text: deltas,
        tools: [
          { name: "note", input },
          { name: "other", input: {} },
        ],
        split,
      }))
      const seen = await streamed(clients(standIn)[name], { tools })
      expect(seen).toMatchObject({ text, errors: [], thrown: undefined, finish: "tool-calls" })
      expect(seen.called).toEqual([
        { name: "note", input, isInvalid: false },
        { name: "other", input: {}, isInvalid: false },
      ])
    },
  )

  test("long, word by word, in packets of odd size", async () => {
    const text = written(dice(Date.now() % 1e6), 20_000)
    standIn.play(() => ({ text, split: 1_009 }))
    expect(await streamed(clients(standIn)[name])).toMatchObject({ text, finish: "stop", thrown: undefined })
  })

  test.each<Split>(["byte", "event"])("not streamed, cut into writes by %s", async (split) => {
    const text = written(dice(Date.now() % 1e6), 400)
    const input = { quote: text }
    standIn.play(() => ({ text, tools: [{ name: "note", input }], split }))
    const answer = await generateText({ model: clients(standIn)[name], prompt: "Hello", maxRetries: 0, tools })
    expect(answer.text).toBe(text)
    expect(answer.toolCalls).toMatchObject([{ toolName: "note", input }])
  })

  test("tokens, those of the cache among them, and why it stopped", async () => {
    const usage = { input: 10, output: 5, cacheRead: 700, cacheWrite: 30 }
    standIn.play(() => ({ text: "Well,", usage, stop: "length" }))
    const model = clients(standIn)[name]
    const cached = { read: 700, written: name === "compatible" ? undefined : 30 }
    expect(await streamed(model)).toMatchObject({ finish: "length", tokens: { input: 740, output: 5 }, cached })
    const whole = await generateText({ model, prompt: "Hello", maxRetries: 0 })
    expect(whole.finishReason).toBe("length")
    expect(whole.usage).toMatchObject({ inputTokens: 740, outputTokens: 5 })
    expect(whole.usage.inputTokenDetails).toMatchObject({
      cacheReadTokens: 700,
      noCacheTokens: name === "compatible" ? 40 : 10,
    })
  })

  test("a call as a script sees it", async () => {
    standIn.play(() => ({ text: "Well." }))
    const model = clients(standIn)[name]
    const before = standIn.calls.length
    await generateText({
      model,
      instructions: "Be brief.",
      messages: [
        { role: "user", content: "Cakes?" },
        {
          role: "assistant",
          content: [
            { type: "text", text: "Noted." },
            { type: "tool-call", toolCallId: "call_1", toolName: "note", input: { quote: "Cakes?" } },
            { type: "tool-call", toolCallId: "call_2", toolName: "note", input: {} },
          ],
        },
        {
          role: "tool",
          content: [
            { type: "tool-result", toolCallId: "call_1", toolName: "note", output: { type: "text", value: "kept" } },
            { type: "tool-result", toolCallId: "call_2", toolName: "note", output: { type: "text", value: "lost" } },
          ],
        },
        { role: "user", content: "And bread." },
      ],
      tools: { note: { inputSchema: jsonSchema({ type: "object", properties: { quote: { type: "string" } } }) } },
      maxOutputTokens: 123,
      temperature: 0.5,
      maxRetries: 0,
    })
    const heard = standIn.calls.at(-1)
    expect(heard?.call).toMatchObject({
      provider: { anthropic: "anthropic", responses: "openai", chat: "openai", compatible: "compatible" }[name],
      system: "Be brief.",
      messages: [
        { role: "user", text: "Cakes?", uses: [], results: [] },
        {
          role: "assistant",
          text: "Noted.",
          uses: [
            { id: "call_1", name: "note", input: { quote: "Cakes?" } },
            { id: "call_2", name: "note", input: {} },
          ],
        },
        {
          role: "tool",
          results: [
            { id: "call_1", text: "kept", isError: false },
            { id: "call_2", text: "lost", isError: false },
          ],
        },
        { role: "user", text: "And bread.", uses: [], results: [] },
      ],
      tools: ["note"],
      schemas: { note: { properties: { quote: { type: "string" } } } },
      stream: false,
      apiKey: KEY,
      number: before + 1,
      maxTokens: 123,
      temperature: 0.5,
    })
  })
})

test("what a client of Responses only points to is what it was given", async () => {
  standIn.play(({ number }) => ({ text: `Answer ${number}.` }))
  const model = clients(standIn).responses
  const first = await generateText({ model, prompt: "One", maxRetries: 0 })
  const messages = [{ role: "user" as const, content: "One" }, ...first.responseMessages]
  await generateText({ model, messages: [...messages, { role: "user", content: "Two" }], maxRetries: 0 })
  expect(standIn.calls.at(-1)?.call.messages.map(({ role, text }) => [role, text])).toEqual([
    ["user", "One"],
    ["assistant", first.text],
    ["user", "Two"],
  ])
})

test("a server of one's own is asked without a key, and tells no usage to whom asks for none", async () => {
  standIn.play(() => ({ text: "Hi." }))
  const model = createOpenAICompatible({ name: "local", baseURL: standIn.baseUrls.compatible })("llama")
  expect(await streamed(model)).toMatchObject({ text: "Hi.", tokens: { input: undefined } })
  expect(standIn.calls.at(-1)?.call).toMatchObject({ provider: "compatible", apiKey: undefined })
})

test("structured answers: their schema is seen, whether as a format or as a tool", async () => {
  standIn.play(() => ({ text: '{"ok":true}' }))
  const { openai, anthropic } = standIn.baseUrls
  const schema = { type: "object", properties: { ok: { type: "boolean" } } } as const
  const asked = { responseFormat: { type: "json" as const, schema }, prompt: [] }
  for (const model of [
    createOpenAI({ apiKey: KEY, baseURL: openai }).responses("gpt-4.1"),
    createOpenAI({ apiKey: KEY, baseURL: openai }).chat("gpt-4.1"),
    createAnthropic({ apiKey: KEY, baseURL: anthropic })("claude-sonnet-4-5"),
  ]) {
    await model.doGenerate({ ...asked, prompt: [{ role: "user", content: [{ type: "text", text: "Well?" }] }] })
    const { call } = standIn.calls.at(-1) ?? {}
    expect(call?.format ?? call?.schemas["json"]).toMatchObject({ properties: { ok: { type: "boolean" } } })
  }
})

test("next gives each call once, in order, whether it is waited for or has come", async () => {
  const own = await openStandIn({ script: ({ number }) => ({ text: String(number) }) })
  const waited = [own.next(), own.next()]
  const model = clients(own).chat
  for (const prompt of ["one", "two", "three", "four"]) await generateText({ model, prompt, maxRetries: 0 })
  const heard = await Promise.all([...waited, own.next(), own.next()])
  expect(heard.map(({ call }) => [call.number, call.messages[0]?.text])).toEqual([
    [1, "one"],
    [2, "two"],
    [3, "three"],
    [4, "four"],
  ])
  await own.close()
})

test("what no provider would take gets its 400, and the server lives", async () => {
  const post = (path: string, body: string) => fetch(`${standIn.url}${path}`, { method: "POST", body })
  const refused = await post("/anthropic/v1/messages", "{")
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { type: "error", error: { type: "invalid_request_error" } },
  ])
  expect((await post("/openai/v1/responses", '{"model":"x"}')).status).toBe(400)
  expect((await post("/openai/v1/embeddings", "{}")).status).toBe(404)
  standIn.play(() => {
    throw new Error("a mistake in a script")
  })
  expect(await streamed(clients(standIn).chat)).toMatchObject({
    errors: [{ statusCode: 500, message: "Error: a mistake in a script" }],
  })
})
