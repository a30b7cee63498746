import { LEAST_PROMPT, mostOfTurn } from "@spec-wizard/core/budget/turn"
import { empty } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { mostTokensOf, promptOf } from "../src/model/measure.ts"
import { asking } from "../src/model/screen/ask.ts"
import type { Meter, Most, Spent } from "../src/model/spent.ts"
import { actor, answering, contextOf, hear, interviewer, listening, type Play, usual } from "./model-play.ts"

const context = contextOf(["We bake cakes. At most 12 a day, and no delivery."])
const never = new AbortController().signal
/** Without words, so that it is asked once more. */
const mute: Play = { tools: [{ name: "propose", input: { changes: [] } }] }

/** What is asked and what the meter hears, in order. A meter that is slow shows who waits for it. */
function watched(large: ReturnType<typeof actor>) {
  const order: string[] = []
  const tell = async (what: string) => {
    await new Promise((resolve) => setImmediate(resolve))
    order.push(`${what}, ${large.asked.length} asked`)
  }
  const meter: Meter = { fits: () => true, begin: () => tell("begins"), end: ({ outcome }) => tell(outcome) }
  return { order, meter }
}

describe("a model is asked", () => {
  test("only when the meter knows, and the next time only when it knows what that came to", async () => {
    const large = actor(mute, usual)
    const { order, meter } = watched(large)
    await hear(interviewer(large, undefined, { meter }).asks.reply(context, never))
    expect(order).toEqual(["begins, 0 asked", "completed, 1 asked", "begins, 1 asked", "completed, 2 asked"])
  })

  test("not at all when the meter refuses, and nothing ends that did not begin", async () => {
    const large = actor(usual)
    const spent: Spent[] = []
    const meter = { ...listening(spent), begin: () => Promise.reject(new Error("no money")) }
    const heard = await hear(interviewer(large, undefined, { meter }).asks.reply(context, never))
    expect(heard.failure).toMatchObject({ message: "no money" })
    expect([large.asked, spent]).toEqual([[], []])
  })

  test.each<[string, Play]>([
    ["is refused", { refuses: { statusCode: 401 } }],
    ["breaks off", { says: ["Cakes"], breaks: { statusCode: 529 } }],
  ])("and when it %s, the meter hears so before anybody else does", async (_, play) => {
    const large = actor(play)
    const { order, meter } = watched(large)
    const heard = await hear(interviewer(large, undefined, { meter }).asks.reply(context, never))
    expect(heard.failure).toBeDefined()
    expect(order).toHaveLength(2)
  })

  test("and when nobody listens any more, the meter hears of it before the reply is over", async () => {
    const large = actor({ says: ["Cakes", " by order"], stalls: true })
    const { order, meter } = watched(large)
    const reply = interviewer(large, undefined, { meter }).asks.reply(context, never)[Symbol.asyncIterator]()
    await reply.next()
    await reply.return?.()
    expect(order).toEqual(["begins, 0 asked", "stopped, 1 asked"])
  })

  test("for a verdict, too, only when the meter knows", async () => {
    const small = actor({ says: ['{"onTopic": true}'] })
    const { order, meter } = watched(small)
    const ask = asking(answering, never, { open: async () => small.model, meter })
    await ask("Judge.", "Explain volcanoes")
    expect(order).toEqual(["begins, 0 asked", "completed, 1 asked"])
    const refused = asking(answering, never, {
      open: async () => small.model,
      meter: { ...meter, begin: () => Promise.reject(new Error("no money")) },
    })
    await expect(refused("Judge.", "Explain volcanoes")).rejects.toThrow("no money")
    expect(small.asked).toHaveLength(1)
  })
})

test("what is reserved for a turn is measured by its prompt: no less than the shortest, no more than twice what is sent", async () => {
  const shortest = promptOf(contextOf(["Hi"]), empty("en"))
  const tokens = mostTokensOf(shortest)
  expect(tokens).toBeGreaterThanOrEqual(LEAST_PROMPT)
  expect(tokens).toBeLessThanOrEqual(2 * LEAST_PROMPT)
  const characters = JSON.stringify([shortest.prompt, shortest.tools]).length
  expect(tokens).toBeLessThanOrEqual(characters / 2)
  const model = { provider: "anthropic", name: "claude-opus-4-1", draft: "claude-haiku-5-5", maxTokens: 4_000 } as const
  expect(mostOfTurn(model, { promptTokens: tokens, messageTokens: 10 })).toBeLessThan(1_000_000)
})

test("a longer conversation reserves more, by what it is longer", () => {
  const of = (text: string) => mostTokensOf(promptOf(contextOf([text]), empty("en")))
  expect(of("x".repeat(12_000)) - of("x".repeat(2_000))).toBe(5_000)
})

describe("the most that a call can use", () => {
  async function most(text: string): Promise<{ most: Most; spent: Spent; asked: string }> {
    const large = actor({ says: ["Cakes"], breaks: { statusCode: 529 } })
    const { asks, begun, spent } = interviewer(large)
    await hear(asks.reply(contextOf([text]), never))
    const [[begins], [ends], [asked]] = [begun, spent, large.asked]
    if (!begins || !ends || !asked) throw new Error("it was asked")
    return { most: begins, spent: ends, asked: JSON.stringify([asked.prompt, asked.tools]) }
  }

  test("has the whole prompt with its tools, and all that it may say", async () => {
    const told = await most("We bake cakes.")
    expect(told.most).toMatchObject({ choice: answering, maxTokens: 1_000 })
    expect(told.asked).toContain("offer_choices")
    expect(told.most.inputTokens).toBeGreaterThanOrEqual(told.asked.length / 4)
    expect(told.most.inputTokens).toBeGreaterThanOrEqual(told.spent.inputTokens)
  })

  test.each([
    ["English", "We bake cakes for ", 4],
    ["German", "Donaudampfschifffahrt ", 8],
    ["Chinese", "我们烤蛋糕", 6],
  ])("counts no fewer tokens than there are in %s", async (_, said, tokens) => {
    const [short, long] = [await most(said), await most(said.repeat(101))]
    expect(long.most.inputTokens - short.most.inputTokens).toBeGreaterThanOrEqual(100 * tokens)
  })
})
