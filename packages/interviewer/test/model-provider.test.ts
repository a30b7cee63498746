import { empty } from "@spec-wizard/core/protocol/document"
import { expect, test, vi } from "vitest"
import { habitsOf } from "../src/model/habits.ts"
import { modelInterviewer } from "../src/model/interviewer.ts"
import { type Provider as AnyProvider, languageModel, type ModelChoice } from "../src/model/provider.ts"
import type { Spent } from "../src/model/spent.ts"
import { contextOf, hear, LIMITS, listening, operationsIn } from "./model-play.ts"
import { anthropic, compatible, type Event, openai, refuse, type Script, streaming, wire } from "./model-wire.ts"

/** Those that speak JSON over server-sent events; Bedrock has a wire of its own. */
type Provider = Exclude<AnyProvider, "bedrock">

const context = contextOf(["We bake cakes, and no delivery. 🎂"])
const script: Script = {
  text: "Cakes, got it. 🎂 Who orders them?",
  tool: {
    name: "propose",
    input: {
      changes: [
        {
          op: "add",
          kind: "exclusion",
          text: "Delivery",
          evidence: "stated",
          quotes: [{ message: 1, quote: "no delivery" }],
        },
      ],
    },
  },
  tokens: { input: 900, cached: 700, output: 40 },
}
const never = new AbortController().signal

const providers: [Provider, (script: Script) => Event[], string][] = [
  ["anthropic", anthropic, "x-api-key"],
  ["openai", openai, "authorization"],
  ["openai-compatible", compatible, "authorization"],
]

function asking(choice: ModelChoice, spent: Spent[] = []) {
  return modelInterviewer({ models: { answer: choice }, maxTokens: 800, timeouts: LIMITS, meter: listening(spent) })
}

test.each(providers)(
  "%s: words, tool calls and tokens come through its own format, the key in its own header",
  async (provider, events, header) => {
    await using there = await wire(streaming(events(script)))
    const spent: Spent[] = []
    const heard = await hear(
      asking({ provider, model: "m", apiKey: "sk-1", baseUrl: there.url }, spent).reply(context, never),
    )
    expect(heard.failure).toBeUndefined()
    expect(heard.text).toBe(script.text)
    expect(operationsIn(heard, context, empty("en"))).toMatchObject([
      { op: "add", item: { id: "OUT-1", sources: [{ start: 19, end: 30 }] } },
    ])
    expect(spent).toMatchObject([
      { inputTokens: 900, cacheReadTokens: 700, outputTokens: 40, isEstimated: false, outcome: "completed" },
    ])
    expect(there.asked[0]?.headers[header]).toContain("sk-1")
  },
)

test("anthropic is told what to cache; openai is told to keep nothing", async () => {
  await using there = await wire(streaming(anthropic(script)))
  const longer = contextOf(["Hi", "What is it?", "We bake cakes, and no delivery."])
  await hear(asking({ provider: "anthropic", model: "m", apiKey: "k", baseUrl: there.url }).reply(longer, never))
  const body = JSON.parse(there.asked[0]?.body ?? "{}")
  expect(body.system).toEqual([expect.objectContaining({ cache_control: { type: "ephemeral" } })])
  expect(body.messages[1].content.at(-1)).toMatchObject({ text: "What is it?", cache_control: { type: "ephemeral" } })
  expect(JSON.stringify(body.messages[2])).not.toContain("cache_control")
  expect(body.tools.map(({ name }: { name: string }) => name)).toEqual(["propose", "offer_choices"])

  await using other = await wire(streaming(openai(script)))
  await hear(asking({ provider: "openai", model: "m", apiKey: "k", baseUrl: other.url }).reply(longer, never))
  expect(JSON.parse(other.asked[0]?.body ?? "{}")).toMatchObject({ store: false, stream: true, max_output_tokens: 800 })
})

test("bedrock is signed with the process's own credentials, told what to cache, and thinks as little as it can", async () => {
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  vi.stubEnv("AWS_BEARER_TOKEN_BEDROCK", "somebody's")
  await using there = await wire(refuse(400))
  const choice = {
    provider: "bedrock",
    model: "eu.anthropic.claude-opus-5-5",
    region: "eu-west-1",
    baseUrl: there.url,
  } as const
  await hear(asking(choice).reply(context, never))
  vi.unstubAllEnvs()
  const [{ url, headers, body } = { url: "", headers: {}, body: "{}" }] = there.asked
  expect(url).toBe("/v1/model/eu.anthropic.claude-opus-5-5/converse-stream")
  expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/eu-west-1\/bedrock\//)
  const sent = JSON.parse(body)
  expect(sent.system).toEqual([{ text: expect.any(String) }, { cachePoint: { type: "default" } }])
  expect(sent.inferenceConfig).toEqual({ maxTokens: 800 })
  expect(sent.additionalModelRequestFields).toEqual({ output_config: { effort: "low" } })
})

test("a compatible server may need no key, and gets none", async () => {
  await using there = await wire(streaming(compatible(script)))
  const heard = await hear(
    asking({ provider: "openai-compatible", model: "m", baseUrl: there.url }).reply(context, never),
  )
  expect(heard.text).toBe(script.text)
  expect(there.asked[0]?.headers).not.toHaveProperty("authorization")
})

test("key and address never come from the environment", async () => {
  process.env["OPENAI_API_KEY"] = "sk-environment"
  process.env["OPENAI_BASE_URL"] = "http://127.0.0.1:9/v1"
  try {
    await using there = await wire(streaming(openai(script)))
    const heard = await hear(asking({ provider: "openai", model: "m", baseUrl: there.url }).reply(context, never))
    expect(heard.failure).toBeUndefined()
    expect(there.asked[0]?.headers.authorization ?? "").not.toContain("environment")
  } finally {
    delete process.env["OPENAI_API_KEY"]
    delete process.env["OPENAI_BASE_URL"]
  }
})

test.each(providers)("%s: nobody follows a redirect with the key", async (provider) => {
  await using elsewhere = await wire(streaming([]))
  await using there = await wire(refuse(307, { location: `${elsewhere.url}/messages` }))
  const heard = await hear(asking({ provider, model: "m", apiKey: "k", baseUrl: there.url }).reply(context, never))
  expect(heard.failure).toMatchObject({ isBeforeText: true })
  expect(elsewhere.asked).toEqual([])
})

test.each([
  "http://example.com/v1",
  "ftp://127.0.0.1",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com/v1",
  "",
])("an address that is neither https nor this machine is refused: %s", async (baseUrl) => {
  const opening = languageModel({ provider: "openai-compatible", model: "m", baseUrl })
  await expect(opening).rejects.toThrow("A model's address begins with https://")
})

test.each(["https://example.com/v1", "http://localhost:11434/v1", "http://[::1]:8080"])(
  "an address may be %s",
  async (baseUrl) => {
    expect(await languageModel({ provider: "openai-compatible", model: "m", baseUrl })).toHaveProperty("modelId", "m")
  },
)

test.each(providers)("%s: a stop hangs up", async (provider, events) => {
  await using there = await wire(streaming(events(script).slice(0, 4), "never"))
  habitsOf({ provider, model: "m", baseUrl: there.url }).thinksAloud = false // its first words come at once
  const stop = new AbortController()
  const reply = asking({ provider, model: "m", apiKey: "k", baseUrl: there.url }).reply(context, stop.signal)
  const heard: string[] = []
  for await (const part of reply) {
    if (part.type === "text") heard.push(part.text)
    stop.abort()
  }
  expect(heard).toEqual([script.text])
  await there.hungUp
})

test.each(providers)("%s: a server that stays silent is left", async (provider) => {
  await using there = await wire(() => undefined)
  const timeouts = { ...LIMITS, firstByteMs: 1_000 } // so that the question has arrived
  const asks = modelInterviewer({
    models: { answer: { provider, model: "m", apiKey: "k", baseUrl: there.url } },
    maxTokens: 8,
    timeouts,
  })
  expect((await hear(asks.reply(context, never))).failure).toMatchObject({ code: "model.timeout", isBeforeText: true })
  await there.hungUp
})
