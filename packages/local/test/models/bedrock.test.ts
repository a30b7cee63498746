import { expect, test } from "vitest"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import type { Play } from "../../src/stand-in/play.ts"
import { answers, said } from "./asking.ts"
import { conversationWith } from "./conversation.ts"

const MODEL = "eu.anthropic.claude-sonnet-5-5"
/** Whose role asks: bundled, every function has its own. */
const key = process.env["LOCAL_WORKERS"] === "bundled" ? "local-Reply" : "local"
const asked = conversationWith("bedrock", { MODEL, MODEL_REGION: "eu-west-1", MODEL_TIMEOUT_MS: "2500", key })
const last = () => asked.standIn.calls.at(-1)?.call

test("it is asked in its region, signed, by the model's own name", async () => {
  const { chat, api } = await asked.begin()
  expect((await said(chat, "We sell bread.")).model).toBe(`bedrock/${MODEL}`)
  expect(last()).toMatchObject({ model: MODEL, apiKey: key, maxTokens: 4_000, temperature: undefined })
  expect(last()?.headers["authorization"]).toMatch(/Credential=local(-Reply)?\/\d{8}\/eu-west-1\/bedrock\/aws4_request/)
  expect(last()?.tools).toContain("propose")
  expect((await api.config()).providers).toContain("bedrock")
})

test("nobody can bring a key for it", async () => {
  const { chat } = await asked.begin()
  const sent = chat.send("Hello", { key: { provider: "bedrock", apiKey: "sk-0123456789" } })
  await expect(sent).rejects.toMatchObject({ code: "key.refused" })
})

test("what it read from its cache is told, and what it costs there", async () => {
  const { chat } = await asked.begin()
  const usage = { input: 1_000, cacheRead: 2_000, cacheWrite: 0, output: 100 }
  asked.standIn.play((call) => ({ ...interviewing(call), usage }))
  const ended = new Promise<{ usage: object }>((resolve) => chat.on("turn.completed", resolve))
  await said(chat, "We sell bread.")
  // A tenth more than Anthropic's own, as for all that stays in a part of the world.
  const microUsd = Math.round((1_000 * 2 + 2_000 * 0.1 + 100 * 10) * 1.1)
  expect(await ended).toMatchObject({ usage: { inputTokens: 3_000, outputTokens: 100, costUsd: microUsd / 1_000_000 } })
})

const FAULTS: [string, Play, string | undefined, number][] = [
  ["it throttles", { fault: { status: 429 } }, "The AI cannot be reached right now.", 2],
  ["the role may not ask it", { fault: { status: 403 } }, "This site is not allowed to ask the AI.", 1],
  ["it is overloaded", { fault: { status: 503 } }, "The AI cannot be reached right now.", 2],
  ["it does not understand", { fault: { status: 400 } }, "The AI’s answer to this message could not be used.", 1],
  ["it breaks off before a word", { fault: { errorAfter: 0, status: 503 } }, "The AI cannot be reached right now.", 2],
  ["a guardrail steps in", { text: [], tools: [], stop: "refused" }, "The AI did not want to answer this message.", 1],
]

test.each(FAULTS)("%s: it is stood in for, with the true reason", async (_, play, why, calls) => {
  const { chat } = await asked.begin()
  asked.standIn.play((call) => ({ ...interviewing(call), ...play }))
  const before = asked.standIn.calls.length
  expect((await said(chat, "We sell bread.")).model).toBe("guided")
  expect(answers(chat).at(-1)).toContain(why)
  expect(asked.standIn.calls.length - before).toBe(calls)
})

test.each<[string, Play, string]>([
  ["an exception in the stream", { fault: { errorAfter: 10, status: 503 } }, "model.unavailable"],
  ["a stream that ends too early", { fault: { truncateAfter: 10, isClean: true } }, "model.unavailable"],
  ["a message that is cut in the middle", { fault: { truncateAfter: 10 } }, "model.unavailable"],
  ["silence", { fault: { stallAfter: 10 } }, "model.timeout"],
  ["no more room for words", { stop: "length", tools: [] }, "model.cut"],
  ["a guardrail", { stop: "refused" }, "model.refused"],
])("after some words, %s fails the turn, which can be tried again", async (_, play, code) => {
  const { chat } = await asked.begin()
  asked.standIn.play((call) => ({ ...interviewing(call), ...play }))
  expect(await said(chat, "We sell bread.")).toMatchObject({ type: "turn.failed", code })
  expect(answers(chat)).toHaveLength(1)
  asked.standIn.play(interviewing)
  const ended = new Promise((resolve) => chat.on("turn.completed", resolve))
  await chat.retry()
  await ended
})

test("what is not signed by this machine is not answered", async () => {
  const url = `${asked.standIn.baseUrls.bedrock}/model/${MODEL}/converse-stream`
  const body = JSON.stringify({ messages: [] })
  const forged =
    "AWS4-HMAC-SHA256 Credential=local/20261130/eu-west-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature="
  for (const headers of [{}, { authorization: forged + "0".repeat(64), "x-amz-date": "20261130T120000Z" }])
    expect((await fetch(url, { method: "POST", body, headers })).status).toBe(403)
})
