import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { found, Jar } from "./jar.ts"
import { code, enter, newAddress, sees, socketOf, ticketOf } from "./keeper.ts"

const SITE = "https://spec.example.com"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { SITE_URL: SITE, ALLOWED_ORIGINS: `${SITE},https://app.example.com` } })
})
afterAll(() => house.stop())

const SESSION = "__Host-spec_wizard"
const BROWSER = "__Host-spec_wizard_browser"
const browser = () => new Jar(house.url, { origin: SITE })
const held = (jar: Jar, name: string) => jar.cookies.get(name) ?? ""

/** What a jar has, and beside it what somebody has planted: before it, as a longer path would put it, or behind. */
const twice = (jar: Jar, name: string, planted: string, at: "before" | "behind") => {
  const own = [...jar.cookies].map(([key, value]) => `${key}=${value}`)
  const foreign = `${name}=${planted}`
  return { cookie: (at === "before" ? [foreign, ...own] : [...own, foreign]).join("; ") }
}

async function mailed(jar: Jar, email: string, sessionId: string, headers: Record<string, string> = {}) {
  const mail = house.mailbox.next(email)
  const { status } = await jar.call("POST", "/v1/magic-links", { email, sessionId }, headers)
  expect(status).toBe(202)
  return found(await mail)
}

test("every cookie is for this host alone, out of reach of scripts, and of the pages of others", async () => {
  const jar = browser()
  const begun = await jar.call("POST", "/v1/sessions", {})
  const asked = await jar.ask(newAddress())
  const lines = [begun, asked].flatMap(({ headers }) => headers["set-cookie"] ?? [])
  expect(lines.map((line) => line.replace(/=[\w-]{43};/, "=…;"))).toEqual([
    `${SESSION}=…; Path=/; Max-Age=34560000; HttpOnly; Secure; SameSite=Lax`,
    `${BROWSER}=…; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=Strict`,
  ])
})

test.each(["before", "behind"] as const)("a session's cookie that came twice is nobody's, planted %s", async (at) => {
  const victim = browser()
  const attacker = browser()
  const [own, foreign] = [await victim.begin(), await attacker.begin()]
  const headers = twice(victim, SESSION, held(attacker, SESSION), at)
  for (const id of [own, foreign]) {
    expect(code(await victim.call("GET", `/v1/sessions/${id}`, undefined, headers))).toBe("auth.required")
    expect(code(await victim.call("POST", `/v1/sessions/${id}/tickets`, {}, headers))).toBe("auth.required")
  }
  // Who begins is a new device; the one that was planted does not see what it begins.
  const { body } = await victim.call("POST", "/v1/sessions", {}, headers)
  const { id } = (body as { session: { id: string } }).session // what the route answers
  expect([await sees(victim, id), await sees(attacker, id)]).toEqual([true, false])
})

test.each(["before", "behind"] as const)(
  "a browser's name that came twice is none: the link asks for the code, planted %s",
  async (at) => {
    const attacker = browser()
    const email = newAddress()
    const sessionId = await attacker.begin()
    const { token, code: typed } = await mailed(attacker, email, sessionId)
    const victim = browser()
    await victim.ask(newAddress())
    const headers = twice(victim, BROWSER, held(attacker, BROWSER), at)
    const redeem = (input: object) => victim.call("POST", "/v1/magic-links/redeem", input, headers)
    expect(code(await redeem({ token }))).toBe("link.other_browser")
    expect((await redeem({ token, code: typed })).status).toBe(200)
    expect(await sees(attacker, sessionId)).toBe(false)
  },
)

test("whoever asks for somebody else's address is signed out, also where the link opens without its code", async () => {
  const attacker = browser()
  const sessionId = await attacker.begin()
  const socket = await socketOf(house, attacker, sessionId)
  const ticket = await ticketOf(attacker, sessionId)
  const { token } = await mailed(attacker, newAddress(), sessionId)
  const victim = browser()
  victim.cookies.set(BROWSER, held(attacker, BROWSER)) // got there in whatever way
  expect((await victim.redeem({ token })).status).toBe(200)
  await socket.next(({ type }) => type === "bye")
  await socket.closed
  expect([await sees(victim, sessionId), await sees(attacker, sessionId)]).toEqual([true, false])
  expect(await enter(house, ticket, attacker.origin)).toBe(401)
})

test("a cookie without the prefix, as an older version set it and a neighbour can, opens nothing", async () => {
  const jar = browser()
  const sessionId = await jar.begin()
  const other = browser()
  other.cookies.set("spec_wizard", held(jar, SESSION))
  expect(code(await other.call("GET", `/v1/sessions/${sessionId}`))).toBe("auth.required")

  const { token } = await mailed(jar, newAddress(), sessionId)
  other.cookies.set("spec_wizard_browser", held(jar, BROWSER))
  expect(code(await other.redeem({ token }))).toBe("link.other_browser")
})

test("a file and a link that are asked for in one browser are asked for under one name", async () => {
  const jar = browser()
  const sessionId = await jar.begin()
  await jar.ask(newAddress())
  const before = held(jar, BROWSER)
  const body = { format: "pdf", email: newAddress() }
  await jar.call("POST", `/v1/sessions/${sessionId}/exports`, body, { "idempotency-key": "one name" })
  expect(held(jar, BROWSER)).toBe(before)
})

test("a page of an allowed origin to which our cookie travels is told no token either", async () => {
  const other = new Jar(house.url, { origin: "https://app.example.com" })
  const first = await other.call("POST", "/v1/sessions", {})
  expect(first.body).toHaveProperty("token") // it sent no cookie, so it may be one to which none travels
  const again = await other.call("POST", "/v1/sessions", {})
  expect([again.status, Object.keys(again.body as object)]).toEqual([201, ["session"]])
  const { id } = (again.body as { session: { id: string } }).session // what the route answers
  const { token } = await mailed(other, newAddress(), id)
  const redeemed = await other.redeem({ token })
  expect([redeemed.status, Object.keys(redeemed.body as object)]).toEqual([200, ["session"]])
  expect(await sees(other, id)).toBe(true)
})
