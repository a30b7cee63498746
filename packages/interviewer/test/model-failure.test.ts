import { inspect } from "node:util"
import { describe, expect, test } from "vitest"
import { failureOf, ModelFailedError } from "../src/model/failure.ts"
import { habitsOf } from "../src/model/habits.ts"
import { modelInterviewer } from "../src/model/interviewer.ts"
import type { Provider as AnyProvider } from "../src/model/provider.ts"
import { contextOf, hear, LIMITS } from "./model-play.ts"
import { anthropic, compatible, type Event, openai, refuse, type Script, streaming, wire } from "./model-wire.ts"

/** Those that speak JSON over server-sent events; Bedrock has a wire of its own. */
type Provider = Exclude<AnyProvider, "bedrock">

const KEY = "sk-canary-Zü7/+q=?9x"
const WORDS = "canary-visitor-words-41c"
const script: Script = { text: "Got it. Who?", tokens: { input: 1, cached: 0, output: 1 } }
const formats = { anthropic, openai, "openai-compatible": compatible } as const
const PROVIDERS: Provider[] = ["anthropic", "openai", "openai-compatible"]

async function failureFrom(answer: Parameters<typeof wire>[0], provider: Provider) {
  await using there = await wire(answer)
  habitsOf({ provider, model: "m", baseUrl: there.url }).thinksAloud = false // its first words come at once
  const asks = modelInterviewer({
    models: { answer: { provider, model: "m", apiKey: encodeURIComponent(KEY), baseUrl: there.url } },
    maxTokens: 100,
    timeouts: { ...LIMITS, silenceMs: 300 },
  })
  const heard = await hear(asks.reply(contextOf([WORDS]), new AbortController().signal))
  expect(heard.failure).toBeInstanceOf(ModelFailedError)
  const { code, isBeforeText, retryAfterS } = heard.failure as ModelFailedError // asserted in the line before
  return { failure: heard.failure, heard: heard.text, code, isBeforeText, retryAfterS, calls: there.asked.length }
}

/** What an error could give away, whoever prints it and however. */
const all = (error: unknown) =>
  [
    inspect(error, { depth: null, showHidden: true }),
    JSON.stringify(error),
    String(error),
    error instanceof Error ? error.stack : "",
  ].join("\n")

const encodings = (secret: string) => {
  const bytes = Buffer.from(secret)
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    secret.split("").reverse().join(""),
  ]
}

describe.each(PROVIDERS)("%s", (provider) => {
  const events = (of: Script = script): Event[] => formats[provider](of)
  const overloaded =
    provider === "anthropic"
      ? { type: "error", error: { type: "overloaded_error", message: "x" } }
      : {
          type: "error",
          error: { type: "server_error", code: "server_error", message: "x" },
          code: "server_error",
          message: "x",
          param: null,
          sequence_number: 1,
        }
  const before = provider === "openai-compatible" ? 0 : provider === "anthropic" ? 2 : 3
  const after = provider === "openai-compatible" ? 1 : 4

  test.each<[string, Parameters<typeof wire>[0], object]>([
    ["401", refuse(401), { code: "model.key_refused", calls: 1 }],
    ["403", refuse(403), { code: "model.key_refused", calls: 1 }],
    ["402", refuse(402), { code: "model.spend_limit", calls: 1 }],
    ["429 without a time", refuse(429), { code: "model.spend_limit", calls: 1 }],
    [
      "429, come back now",
      refuse(429, { "retry-after": "0" }),
      { code: "model.rate_limited", retryAfterS: 0, calls: 2 },
    ],
    [
      "429, come back much later",
      refuse(429, { "retry-after": "90" }),
      { code: "model.rate_limited", retryAfterS: 90, calls: 1 },
    ],
    ["400", refuse(400), { code: "model.invalid", calls: 1 }],
    ["404", refuse(404, {}, "not json"), { code: "model.invalid", calls: 1 }],
    ["408", refuse(408), { code: "model.timeout", calls: 2 }],
    ["500", refuse(500, {}, ""), { code: "model.unavailable", calls: 2 }],
    ["503", refuse(503), { code: "model.unavailable", calls: 2 }],
    ["529", refuse(529), { code: "model.unavailable", calls: 2 }],
    ["a broken connection", (response) => void response.destroy(), { code: "model.unavailable", calls: 2 }],
    ["an answer that is no stream", refuse(200, {}, "<html>"), { calls: 1 }],
    [
      "an error event after 200, before a word",
      streaming([...events().slice(0, before), overloaded], "early"),
      { code: "model.unavailable", calls: 2 },
    ],
  ])("%s fails before a word was said", async (_, answer, expected) => {
    const { failure, heard, ...told } = await failureFrom(answer, provider)
    expect(told).toMatchObject({ isBeforeText: true, ...expected })
    expect(heard).toBe("")
  })

  test.each<[string, Parameters<typeof wire>[0], string]>([
    ["an error event", streaming([...events().slice(0, after), overloaded], "early"), "model.unavailable"],
    ["a broken connection", streaming(events().slice(0, after), "broken"), "model.unavailable"],
    ["an end too early", streaming(events().slice(0, after), "early"), "model."],
    ["silence", streaming(events().slice(0, after), "never"), "model.timeout"],
    [
      "an event that is not JSON, and no end,",
      (response) => {
        streaming(events().slice(0, after), "never")(response, { url: "", headers: {}, body: "" })
        response.end("data: {nonsense\n\n")
      },
      "model.",
    ],
  ])("after the first words, %s leaves what was said", async (_, answer, code) => {
    const told = await failureFrom(answer, provider)
    expect(told).toMatchObject({ isBeforeText: false, heard: script.text, calls: 1 })
    expect(told.code).toContain(code)
  })

  test("an empty answer is a failure", async () => {
    expect(await failureFrom(streaming(events({ ...script, text: " " })), provider)).toMatchObject({
      code: "model.silent",
      isBeforeText: true,
    })
  })

  test.each([401, 429, 400, 500, 200])("nothing that a provider says back is kept: %i", async (status) => {
    const echo = JSON.stringify({
      type: "error",
      error: { type: "x", code: "x", message: `${encodings(KEY).join(" ")} ${WORDS}` },
    })
    const answer =
      status === 200
        ? streaming([...events().slice(0, after), JSON.parse(echo)], "early")
        : refuse(status, { "x-echo": encodeURIComponent(KEY) }, echo)
    const { failure } = await failureFrom(answer, provider)
    const told = all(failure)
    for (const secret of [...encodings(KEY), ...encodings(encodeURIComponent(KEY)), ...encodings(WORDS), "127.0.0.1"])
      expect(told).not.toContain(secret)
    expect(failure).not.toHaveProperty("cause")
    expect(Object.keys(failure as object).sort()).toEqual([
      "code",
      "isBeforeText",
      "name",
      "repeatAfterMs",
      "retryAfterS",
    ]) // an error is an object
  })
})

test.each<[string, unknown, string]>([
  [
    "a quota",
    { statusCode: 429, responseHeaders: { "retry-after": "1" }, data: { error: { code: "insufficient_quota" } } },
    "model.spend_limit",
  ],
  ["a bill", { type: "billing_error", statusCode: 400 }, "model.spend_limit"],
  ["a limit inside of a stream", { type: "rate_limit_error", statusCode: 429 }, "model.rate_limited"],
  ["nothing that is known", "what?", "model.invalid"],
  ["undefined", undefined, "model.invalid"],
  [
    "something that refers to itself",
    Object.assign(new Error(), {
      get cause() {
        return this
      },
    }),
    "model.invalid",
  ],
])("%s is told by its words", (_, error, code) => {
  expect(failureOf(error, true)).toMatchObject({ code })
})

test.each([
  ["3", 3, 3_000],
  ["0.5", 1, 1_000],
  ["5", 5, 5_000],
  ["6", 6, undefined],
  ["Fri, 20 Nov 2026 10:00:00 GMT", 0, 0],
])("a time to come back of %s is waited for if it is short", (value, retryAfterS, repeatAfterMs) => {
  const error = { statusCode: 429, responseHeaders: { "retry-after": value } }
  expect(failureOf(error, true)).toMatchObject({ retryAfterS, repeatAfterMs })
})

test("a date to come back is a number of seconds", () => {
  const date = new Date(Date.now() + 3_600_000).toUTCString()
  const { retryAfterS } = failureOf({ statusCode: 429, responseHeaders: { "retry-after": date } }, true)
  expect(Math.round((retryAfterS ?? 0) / 60)).toBe(60)
})
