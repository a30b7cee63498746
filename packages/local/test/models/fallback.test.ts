import * as Budget from "@spec-wizard/core/budget"
import { system } from "@spec-wizard/core/clock"
import { isLive } from "@spec-wizard/core/protocol/document"
import { Table } from "@spec-wizard/core/table"
import { afterEach, expect, test } from "vitest"
import { TABLE_NAME } from "../../src/environment.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import type { Play } from "../../src/stand-in/play.ts"
import { rows } from "../rows.ts"
import { answers, said, VISITOR_KEY, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic", MODEL_PROVIDERS: "anthropic" })
const table = () => new Table({ name: TABLE_NAME, clock: system })
afterEach(async () => Budget.switchOn({ table: table(), clock: system }))

type Visitor = Awaited<ReturnType<typeof asked.begin>>
const linesOf = ({ chat }: Visitor) => (chat.state.document?.items ?? []).filter(isLive)
const sortedOf = (visitor: Visitor) => linesOf(visitor).filter(({ kind }) => kind !== "unsorted")
const unsortedOf = (visitor: Visitor) => linesOf(visitor).filter(({ kind }) => kind === "unsorted")

const fails = (fault: NonNullable<Play["fault"]>) => asked.standIn.play((call) => ({ ...interviewing(call), fault }))

/** A conversation whose document has lines by a model. */
async function modelled() {
  const visitor = await asked.begin()
  expect(await said(visitor.chat, "We run a bakery with two shops and want orders online.")).toMatchObject({
    model: expect.stringMatching(/^anthropic\//),
  })
  expect(sortedOf(visitor).length).toBeGreaterThan(0)
  return visitor
}

const ASKS = "So for now I only ask. What you write is kept word for word and waits to be sorted."
const WRITES = "So I go on with questions of my own. Nothing you wrote is lost."

const reasons: [string, Play, string, string][] = [
  [
    "a refused key",
    { fault: { status: 401 } },
    "model.key_refused",
    "The AI’s provider does not accept the key of this site.",
  ],
  [
    "a limit of money",
    { fault: { status: 429 } },
    "model.spend_limit",
    "What may be spent on the AI is used up for now.",
  ],
  ["a provider out of reach", { fault: { status: 529 } }, "model.unavailable", "The AI cannot be reached right now."],
  [
    "a provider that is asked too often",
    { fault: { status: 429, retryAfterS: 30 } },
    "model.rate_limited",
    "The AI cannot be reached right now.",
  ],
  [
    "a question it does not understand",
    { fault: { status: 400 } },
    "model.invalid",
    "The AI’s answer to this message could not be used.",
  ],
  [
    "a refusal",
    { text: [], tools: [], stop: "refused" },
    "model.refused",
    "The AI did not want to answer this message.",
  ],
]

test.each(reasons)(
  "%s: in a model's document the other one asks, writes nothing, and says why",
  async (_, play, code, why) => {
    const visitor = await modelled()
    const before = sortedOf(visitor)
    asked.standIn.play((call) => ({ ...interviewing(call), ...play }))
    const text = "At most 150 cakes are baked on a Saturday."
    expect((await said(visitor.chat, text)).model).toBe("guided")
    expect(sortedOf(visitor)).toEqual(before)
    expect(unsortedOf(visitor).map((line) => line.text)).toEqual([text])
    const answer = answers(visitor.chat).at(-1) ?? ""
    expect(answer.startsWith(`${why} ${ASKS}\n\n`)).toBe(true)
    expect(answer).toMatch(/\?/)
    const turns = (await rows(TABLE_NAME)).filter(
      ({ pk, item }) => pk === `session#${visitor.sessionId}` && item["because"],
    )
    expect(turns.map(({ item }) => item["because"])).toEqual([code])
  },
)

test("a document that no model has written in is written by the other one", async () => {
  const visitor = await asked.begin()
  fails({ status: 401 })
  await said(visitor.chat, "At most 150 cakes are baked on a Saturday.")
  expect(sortedOf(visitor).length).toBeGreaterThan(0)
  expect(answers(visitor.chat).at(-1)).toContain(WRITES)
})

test("after three messages in a row it writes; the model that returns sorts what waited, and rewrites nothing of it", async () => {
  const visitor = await modelled()
  fails({ status: 529 })
  const waiting = ["Cakes cost 30 euro each.", "Orders are taken until Thursday.", "The baker must see all orders."]
  for (const text of waiting) await said(visitor.chat, text)
  expect(unsortedOf(visitor).map(({ text }) => text)).toEqual(waiting)
  const before = sortedOf(visitor)
  await said(visitor.chat, "Every order must be paid within 14 days.")
  const written = sortedOf(visitor).filter(({ id }) => before.every((line) => line.id !== id))
  const [line] = written
  expect(written).toHaveLength(1)
  expect(answers(visitor.chat).at(-1)).toContain(WRITES)

  asked.standIn.play((call) => {
    const last = call.messages.at(-1)?.text ?? ""
    const number = (text: string) => Number(/⟦message (\d+)⟧\n[^⟦]*$/.exec(last.slice(0, last.indexOf(text)))?.[1] ?? 1)
    const change = (quote: string) => ({
      op: "add",
      kind: "rule",
      text: quote,
      evidence: "stated",
      quotes: [{ message: number(quote), quote }],
    })
    return {
      ...interviewing(call),
      tools: [
        {
          name: "propose",
          input: {
            changes: [
              { op: "set", id: line?.id, text: "Every order must be paid within 90 days." },
              { op: "retire", id: line?.id, reason: "not needed" },
              change(waiting[0] ?? ""),
            ],
          },
        },
      ],
    }
  })
  expect((await said(visitor.chat, "That is all for today, thank you.")).model).toMatch(/^anthropic\//)
  expect(sortedOf(visitor).find(({ id }) => id === line?.id)).toEqual(line)
  expect(sortedOf(visitor).map(({ text }) => text)).toContain(waiting[0])

  fails({ status: 529 })
  await said(visitor.chat, "We also sell rolls on Sundays.")
  expect(answers(visitor.chat).at(-1)).toContain(ASKS)
})

test("with the models switched off it writes at once, in a model's document too", async () => {
  const visitor = await modelled()
  await Budget.switchOff({ table: table(), clock: system })
  asked.house.clock.advance(11_000)
  const before = sortedOf(visitor).length
  await said(visitor.chat, "Every order must be paid within 14 days.")
  expect(answers(visitor.chat).at(-1)).toContain(`The AI is switched off at the moment. ${WRITES}`)
  expect(sortedOf(visitor).length).toBeGreaterThan(before)
  await Budget.switchOn({ table: table(), clock: system })
  asked.house.clock.advance(11_000)
})

test("a visitor whose own key is refused is told so", async () => {
  const visitor = await asked.begin()
  fails({ status: 401 })
  await said(visitor.chat, "We sell bread.", { provider: "anthropic", apiKey: VISITOR_KEY })
  expect(answers(visitor.chat).at(-1)).toContain("The AI’s provider does not accept your key.")
})

test("what a model used before it failed is told with the turn that was answered in its place", async () => {
  const visitor = await asked.begin()
  asked.standIn.play(() => ({ text: [], tools: [], stop: "refused", usage: { input: 1_234, output: 56 } }))
  const ended = new Promise<{ usage: object }>((resolve) => visitor.chat.on("turn.completed", resolve))
  await said(visitor.chat, "We sell bread.")
  expect(await ended).toMatchObject({ usage: { inputTokens: 1_234, outputTokens: 56, costUsd: expect.any(Number) } })
  expect((await ended).usage).not.toMatchObject({ costUsd: 0 })
})
