import { expect, test } from "vitest"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import type { Play } from "../../src/stand-in/play.ts"
import { answers, said, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic", MODEL_TIMEOUT_MS: "2500" })

/** What becomes of a turn: answered by the model, by the guided interviewer in its place, or failed so that it can be tried again. */
type Fate = "model" | "guided" | "failed"

const FAULTS: [name: string, fault: NonNullable<Play["fault"]>, fates: Fate[]][] = [
  ["no answer for a while", { slowMs: 300 }, ["model"]],
  ["no answer at all", { slowMs: Number.POSITIVE_INFINITY }, ["guided"]],
  ["connection refused in mid-air", { reset: true }, ["guided"]],
  ["429 with a time to come back", { status: 429, retryAfterS: 1 }, ["guided"]],
  ["429 without one", { status: 429 }, ["guided"]],
  ["529", { status: 529 }, ["guided"]],
  ["500", { status: 500 }, ["guided"]],
  ["408", { status: 408 }, ["guided"]],
  ["400", { status: 400 }, ["guided"]],
  ["an error event in a 200, before a word", { errorAfter: 0 }, ["guided"]],
  ["an error event in a 200, after some", { errorAfter: 10 }, ["failed"]],
  ["a stream that stalls", { stallAfter: 10 }, ["failed"]],
  ["a stream that is cut", { truncateAfter: 10 }, ["failed"]],
  ["an event that is no JSON", { malformAfter: 10 }, ["failed", "model"]],
  ["one huge delta", { hugeDelta: 20_000 }, ["model"]],
  ["nothing said", { empty: true }, ["guided"]],
  ["tools called with nonsense", { toolInput: "not json" }, ["model"]],
  ["tools called with what does not fit", { toolInput: "unfit" }, ["model"]],
  ["quotes of what nobody said", { toolInput: "unsaid" }, ["model"]],
]

test.each(FAULTS)("%s: one end, few calls, and nothing typed is lost", async (_, fault, fates) => {
  const { api, chat, sessionId } = await asked.begin()
  asked.standIn.play((call) => ({ ...interviewing(call), fault }))
  const before = asked.standIn.calls.length
  const { type, model } = await said(chat, "We run a bakery with two shops.")
  expect(fates).toContain(type === "turn.failed" ? "failed" : model === "guided" ? "guided" : "model")
  expect(asked.standIn.calls.length - before).toBeLessThanOrEqual(3)

  const { events } = await api.sessions.events(sessionId)
  expect(events.filter((event) => /^turn\.(completed|failed|stopped)$/.test(event.type))).toHaveLength(1)
  expect(chat.state.messages[0]?.text).toBe("We run a bakery with two shops.")
  asked.standIn.play(interviewing)
  if (type === "turn.failed") {
    expect(chat.state.ended).toMatchObject({ retryable: true })
    const answered = new Promise((resolve) => chat.on("turn.completed", resolve))
    await chat.retry()
    await answered
  } else await said(chat, "And cakes.")
  expect(answers(chat).at(-1)).not.toBe("")
})
