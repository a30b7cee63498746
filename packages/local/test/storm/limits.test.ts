import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../../src/house.ts"
import { type Answer, Jar } from "../jar.ts"
import { code, newAddress, saved, socketOf } from "../keeper.ts"
import { expectLimited } from "../limited.ts"
import type { RawSocket } from "../raw.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1" } })
})
afterAll(() => house.stop())

const HOUR = 3_600_000
const MANY = 200
/** Into the middle of the next hour, so that no window ends while a test counts. */
const nextHour = () => house.clock.advance(HOUR + HOUR / 2 - (Date.now() % HOUR))
const place = (number: number) => `127.1.${Math.floor(number / 250)}.${1 + (number % 250)}`
const all = <T>(make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => make(at)))

const fate = (answer: Answer) => code(answer) ?? String(answer.status)

function expectTaken(answers: Answer[], limit: number): void {
  expectLimited(answers.map(fate), "202", limit)
  for (const { status, headers } of answers)
    if (status === 429) expect(Number(headers["retry-after"])).toBeGreaterThan(0)
}

test("one link a minute for a browser and an address, of 200 asked for at once", async () => {
  nextHour()
  const jar = new Jar(house.url, { from: place(1) })
  const email = newAddress()
  await jar.ask(email) // gives the browser its name
  house.clock.advance(60_000)
  expectTaken(await all((index) => askFrom(jar, email, place(index))), 1)
})

/** The same browser, now here, now there. */
function askFrom(jar: Jar, email: string, from: string): Promise<Answer> {
  const moved = new Jar(house.url, { from })
  for (const [name, value] of jar.cookies) moved.cookies.set(name, value)
  return moved.ask(email)
}

test("twenty links an hour from one place, of 200 asked for at once", async () => {
  nextHour()
  expectTaken(await all(() => new Jar(house.url, { from: place(300) }).ask(newAddress())), 20)
  expect((await new Jar(house.url, { from: place(301) }).ask(newAddress())).status).toBe(202)
})

test("twenty links an hour to one address, of 200 asked for at once; its owner's own browser is not held up", async () => {
  nextHour()
  const { jar, email } = await saved(house, newAddress(), new Jar(house.url, { from: place(400) }))
  house.clock.advance(60_000)
  const sent = () => house.mail().filter(({ to }) => to === email).length
  const before = sent()
  // One of the twenty was the link by which it was saved.
  expectTaken(await all((index) => new Jar(house.url, { from: place(index) }).ask(email)), 19)
  await expect.poll(sent).toBeGreaterThan(before)
  expect(code(await new Jar(house.url, { from: place(402) }).ask(email))).toBe("rate.limited")
  expect((await jar.ask(email)).status).toBe(202)
})

test("twenty codes an hour from one place, of 200 typed at once", async () => {
  nextHour()
  const email = newAddress()
  const answers = await all(() => new Jar(house.url, { from: place(500) }).redeem({ email, code: "0000-0000" }))
  expectLimited(answers.map(fate), "link.invalid", 20)
})

test("twenty sessions an hour from one place, of 200 begun at once", async () => {
  nextHour()
  const answers = await all(() => new Jar(house.url, { from: place(600) }).call("POST", "/v1/sessions", {}))
  expectLimited(answers.map(fate), "201", 20)
})

const twenty = Array.from({ length: 20 }, (_, at) => at)
async function enter(index: number): Promise<RawSocket> {
  const jar = new Jar(house.url, { from: place(index) })
  return socketOf(house, jar, await jar.begin())
}

/** Its fate. What the gateway ended after 29 seconds without an answer is sent again, as every client does. */
async function sent(socket: RawSocket, message: unknown): Promise<string> {
  for (;;) {
    const before = socket.frames.length
    socket.send(message)
    const frame = await socket.next(
      (one) => one.type === "ack" || one.type === "error" || (!one.type && socket.frames.indexOf(one) >= before),
    )
    if (frame.type) return frame.type === "ack" ? "ack" : String(frame["code"])
  }
}

test("sixty messages a minute from one place, of 200 sent at once from as many sessions", async () => {
  nextHour()
  const sockets: RawSocket[] = []
  while (sockets.length < MANY) sockets.push(...(await Promise.all(twenty.map((at) => enter(sockets.length + at)))))
  house.clock.advance(60_000 - (Date.now() % 60_000))
  const minute = () => Math.floor(Date.now() / 60_000)
  const first = minute()
  const fates = await Promise.all(
    sockets.map((socket, index) =>
      sent(socket, { action: "sendMessage", id: `limit-${index}-${process.pid}`, text: "Hello" }),
    ),
  )
  expectLimited(fates, "ack", 60, { windows: minute() - first + 1 }) // on a busy machine they take more than one
  for (const socket of sockets) socket.drop()
})
