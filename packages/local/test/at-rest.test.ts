import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { LEDGER_NAME, SQS_PATH, TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { Jar } from "./jar.ts"
import { mailed, newAddress, socketOf, ticketOf } from "./keeper.ts"
import { rows } from "./rows.ts"
import { run } from "./run.ts"

let house: House
let proxy: FaultProxy
let printed = ""
const queued: string[] = []

beforeAll(async () => {
  proxy = await FaultProxy.open()
  proxy.rule = ({ body }) => void queued.push(body)
  vi.stubEnv("LOG_LEVEL", "info")
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    printed += String(line)
    return true
  })
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", AWS_ENDPOINT_URL_SQS: proxy.url } })
  proxy.connect(`http://127.0.0.1:${house.port}${SQS_PATH}`)
})
afterAll(async () => {
  await house.stop()
  proxy.close()
  vi.restoreAllMocks()
})

/** How something may be written where nobody expects it. */
const forms = (text: string) => [
  text,
  encodeURIComponent(text),
  text.replace("-", ""),
  Buffer.from(text).toString("base64").replace(/=+$/, ""),
  Buffer.from(text).toString("hex"),
]

test("tokens, tickets, links and codes stand nowhere but with those they were given to", async () => {
  const secrets: { name: string; value: string; isMailed: boolean }[] = []
  const given = (name: string, value: string | undefined, isMailed = false) => {
    expect(value?.length, name).toBeGreaterThan(8)
    secrets.push({ name, value: value ?? "", isMailed })
  }
  for (let round = 0; round < 5; round++) {
    const jar = new Jar(house.url)
    const email = newAddress()
    const sessionId = await jar.begin()
    given("token", jar.cookies.get("spec_wizard"))
    for (const phone of [jar, new Jar(house.url)]) {
      const { token, code } = await mailed(house, phone, email, sessionId)
      given("nonce", phone.cookies.get("spec_wizard_browser"))
      given("link", token, true)
      given("code", code, true)
      await phone.redeem(round % 2 === 0 ? { token } : { email, code })
      given("renewed token", phone.cookies.get("spec_wizard"))
      given("ticket", (await ticketOf(phone, sessionId)).ticket)
    }
    // Some are left unused, some refused, and something goes wrong.
    const { token, code } = await mailed(house, jar, email, sessionId)
    given("unused link", token, true)
    given("unused code", code, true)
    await new Jar(house.url).redeem({ token })
    await new Jar(house.url).redeem({ email, code: "0000-0000" })
    const socket = await socketOf(house, jar, sessionId)
    socket.send({ action: "sendMessage", id: `rest-${round}-${process.pid}`, text: `My code is ${"1234"}.` })
    await socket.next((frame) => JSON.stringify(frame).includes('"turn.completed"'))
    socket.close()
  }
  await run("OutboxSweep")
  await run("Maintain")

  const mailbox = JSON.stringify(house.mail())
  const places = {
    table: (await rows(TABLE_NAME)).map(({ text }) => text).join("\n"),
    ledger: JSON.stringify(await rows(LEDGER_NAME)),
    queues: queued.join("\n"),
    logs: printed,
  }
  expect(places.table).toContain("My code is 1234")
  expect(places.queues).toContain("out_")
  expect(places.logs).toContain("request.refused")
  const found = secrets.flatMap(({ name, value, isMailed }) => [
    ...Object.entries(places).flatMap(([place, text]) =>
      forms(value).some((form) => text.includes(form)) ? [`${name} in the ${place}`] : [],
    ),
    ...(mailbox.includes(value) === isMailed ? [] : [`${name} ${isMailed ? "not " : ""}in the mailbox`]),
  ])
  expect(found).toEqual([])
  expect(secrets.length).toBe(65)
})
