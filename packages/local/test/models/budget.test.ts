import { expect, onTestFailed, test } from "vitest"
import { TABLE_NAME } from "../../src/environment.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { rows } from "../rows.ts"
import { run } from "../run.ts"
import { answers, said, VISITOR_KEY, withModels } from "./asking.ts"

const USD = 1_000_000
const CAP = 3
const asked = withModels({
  MODEL_PROVIDER: "anthropic",
  BUDGET_SESSION_USD: "2",
  BUDGET_DAY_USD: String(CAP),
  LEASE_MS: "60000", // a hundred turns at once on two cores
})
const calls = () => asked.standIn.calls.length

type Counter = { takenMicroUsd: number; spentMicroUsd: number }
/** Of all shards of the day: what is spent, and what is spent or reserved. */
async function ofStage(): Promise<Counter> {
  const today = `budget#stage#${new Date().toISOString().slice(0, 10)}`
  const shards = (await rows(TABLE_NAME)).filter(({ pk }) => pk === today)
  const sum = (name: keyof Counter) => shards.reduce((all, { item }) => all + Number(item[name] ?? 0), 0)
  return { takenMicroUsd: sum("takenMicroUsd"), spentMicroUsd: sum("spentMicroUsd") }
}

test("what a turn cost is told, and comes out of the budgets; the rest of what was reserved goes back", async () => {
  const { chat } = await asked.begin()
  let told = 0
  chat.on("turn.completed", ({ usage }) => {
    told += usage.costUsd ?? Number.NaN
  })
  await said(chat, "We sell bread.")
  await said(chat, "And cakes.")
  expect(told).toBeGreaterThan(0)
  await expect.poll(async () => (await ofStage()).takenMicroUsd).toBe(Math.round(told * USD))
  expect(await ofStage()).toMatchObject({ spentMicroUsd: Math.round(told * USD) })
})

test("of a hundred turns at once no more are asked than the day's budget holds; the others are answered all the same", async () => {
  asked.house.clock.advance(24 * 3_600_000) // a budget of its own, also at a second go
  // Dear answers, so that the cap is near, but none that could not be: what is reserved is reckoned from what is sent.
  asked.standIn.play((call) => ({ ...interviewing(call), usage: { input: 5_000, output: 3_800 } }))
  const visitors = await Promise.all(Array.from({ length: 100 }, () => asked.begin()))
  onTestFailed(async () => {
    const open = visitors.map(({ chat }) => chat.state).filter(({ turn, pending }) => turn || pending.length > 0)
    const told = open.map(({ connection, turn, pending }) => ({ connection, turn, pending: pending.length }))
    console.log(`not answered: ${JSON.stringify(told)}\nqueues: ${JSON.stringify(await asked.house.queues())}`)
  })
  const models = await Promise.all(
    visitors.map(async ({ chat }) => (await said(chat, "We sell bread and cakes.")).model),
  )
  expect(new Set(models.map((model) => model?.split("/")[0]))).toEqual(new Set(["anthropic", "guided"]))
  const { takenMicroUsd } = await ofStage()
  expect(takenMicroUsd).toBeLessThanOrEqual(CAP * USD)
  const guided = visitors[models.indexOf("guided")]
  expect(guided && answers(guided.chat).at(-1)).toContain("What may be spent on the AI is used up for now")
}, 600_000)

test("a visitor's own key costs us nothing, also when ours is used up", async () => {
  const { chat } = await asked.begin()
  const before = await ofStage()
  const { model } = await said(chat, "We sell bread.", { provider: "anthropic", apiKey: VISITOR_KEY })
  expect(model).toMatch(/^anthropic\//)
  expect(await ofStage()).toEqual(before)
})

test("the next day there is money again", async () => {
  asked.house.clock.advance(24 * 3_600_000)
  const { chat } = await asked.begin()
  const before = calls()
  expect((await said(chat, "We sell bread.")).model).toMatch(/^anthropic\//)
  expect(calls()).toBeGreaterThan(before)
  await run("Sweep")
})

test("who asks for something else entirely hears what this is for, before anything dear is asked", async () => {
  const { chat } = await asked.begin()
  const before = calls()
  expect((await said(chat, "Write me an essay about the French Revolution, 2000 words.")).type).toBe("turn.completed")
  expect(answers(chat).at(-1)).toContain("That is not something I can help with here")
  expect(calls()).toBe(before)
  expect((await said(chat, "Sorry. We run a bakery.")).model).toMatch(/^anthropic\//)
})
