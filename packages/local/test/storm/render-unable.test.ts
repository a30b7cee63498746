import { afterEach, expect, test } from "vitest"
import { type House, startHouse } from "../../src/house.ts"
import { downloaded, exported, exportOf, exportTo } from "../exporting.ts"
import { code } from "../keeper.ts"
import { OPERATOR_TOKEN_HASH, operator, spoken, submitted } from "../submitting.ts"
import { until } from "../until.ts"

const MINUTE = 60_000

let house: House
afterEach(() => house.stop())

/** A house in which another module stands for Render, of those beside this test. */
async function start(module: string): Promise<void> {
  const modules = { Render: new URL(`../handlers/${module}.ts`, import.meta.url).href }
  house = await startHouse({
    port: 0,
    modules,
    env: { OPERATOR_TOKEN_HASH, SWEEP_MS: String(MINUTE) },
  })
}

const starts = () => house.invocations()["Render"]
const inQueue = async () => (await house.queues())["ExportQueue"]
const isIdle = async () => (await inQueue())?.messages === 0

/** A minute passes, and the sweep with it. */
async function minute(): Promise<void> {
  const before = house.invocations()["OutboxSweep"] ?? 0
  house.clock.advance(MINUTE)
  await until(async () => (house.invocations()["OutboxSweep"] ?? 0) > before && (await isIdle()))
}

test("what makes files and cannot start is started five times, then visitor and owner are told, and nothing is tried any more", async () => {
  await start("unloadable")
  const { reference, jar, sessionId } = await submitted(house)
  expect(code(await operator(house, "GET", `/${reference}/pdf`))).toBe("export.not_ready")
  const { id } = exportOf(await exportTo(jar, sessionId))
  await until(async () => (await exported(jar, sessionId, id)).status === "failed")
  expect(await exported(jar, sessionId, id)).toMatchObject({ error: "export.failed" })
  expect(await downloaded(jar, sessionId, id)).toBe(409)
  await until(async () => code(await operator(house, "GET", `/${reference}/pdf`)) === "export.failed")
  expect((await operator(house, "GET", `/${reference}`)).body).toMatchObject({
    submission: { pdfError: "export.failed" },
  })
  expect(starts()).toBe(10)
  await until(isIdle)
  for (let passed = 0; passed < 10; passed++) await minute()
  expect(starts()).toBe(10)
  expect(await inQueue()).toEqual({ messages: 0, deadLetters: 2 })
})

test("what will never be anything else is tried once, for the visitor and for the owner", async () => {
  await start("unprintable")
  const { jar, sessionId, socket } = await spoken(house)
  const { id } = exportOf(await exportTo(jar, sessionId))
  await socket.next((frame) => JSON.stringify(frame).includes('"status":"failed"'))
  expect(await exported(jar, sessionId, id)).toMatchObject({ status: "failed", error: "export.failed" })
  expect(starts()).toBe(1)
  const { reference } = await submitted(house)
  await until(async () => code(await operator(house, "GET", `/${reference}/pdf`)) === "export.failed")
  await until(isIdle)
  expect(starts()).toBe(2)
  expect(await inQueue()).toEqual({ messages: 0, deadLetters: 0 })
  socket.close()
})
