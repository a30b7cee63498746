import { afterAll, beforeAll, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { found, Jar } from "./jar.ts"
import * as Keeper from "./keeper.ts"
import { code, enter, newAddress, sees, socketOf, ticketOf } from "./keeper.ts"
import { rows } from "./rows.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

const MINUTE = 60_000
const browser = (from?: string) => new Jar(house.url, from ? { from } : {})
const mailed = (jar: Jar, email: string, sessionId?: string) => Keeper.mailed(house, jar, email, sessionId)
const sentTo = (email: string) => house.mail().filter(({ to }) => to === email)
const saved = (email?: string) => Keeper.saved(house, email)

test("a link opens in the browser that asked for it, saves the session for 90 days, and renews the device's token", async () => {
  const jar = browser()
  const sessionId = await jar.begin()
  const before = jar.cookies.get("spec_wizard")
  const socket = await socketOf(house, jar, sessionId)
  const email = newAddress()
  const { token } = await mailed(jar, email, sessionId)
  const answer = await jar.redeem({ token })
  expect(answer).toMatchObject({ status: 200, body: { session: { id: sessionId, email } } })
  const told = await socket.next(({ type }) => type === "event")
  expect(told).toMatchObject({
    event: { seq: 1, type: "session.changed", session: { id: sessionId, email, headSeq: 1 } },
  })
  const { expiresAt } = (answer.body as { session: { expiresAt: string } }).session // the route's answer
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / (24 * 60 * MINUTE))).toBe(90)
  expect(jar.cookies.get("spec_wizard")).not.toBe(before)
  expect(await sees(jar, sessionId)).toBe(true)
  const old = browser()
  old.cookies.set("spec_wizard", before ?? "")
  expect(code(await old.call("GET", `/v1/sessions/${sessionId}`))).toBe("token.refused")
  expect(code(await jar.redeem({ token }))).toBe("link.invalid")
  socket.close()
})

test("in another browser the link asks for the code and is not used up; with the code it opens, once", async () => {
  const asking = browser()
  const sessionId = await asking.begin()
  const { token, code: typed } = await mailed(asking, newAddress(), sessionId)
  const other = browser()
  for (let again = 0; again < 3; again++)
    expect(await other.redeem({ token })).toMatchObject({ status: 409, body: { code: "link.other_browser" } })
  const forgiving = ` ${typed.toLowerCase().replace("-", " - ")} `
  expect((await other.redeem({ token, code: forgiving })).status).toBe(200)
  expect(await sees(other, sessionId)).toBe(true)
  expect(code(await asking.redeem({ token }))).toBe("link.invalid")
  expect(code(await browser().redeem({ token, code: typed }))).toBe("link.invalid")
})

test("who asks for a link to somebody else's address is signed out also where the other one has been given their browser's cookie", async () => {
  const eve = browser()
  const sessionId = await eve.begin()
  const { token } = await mailed(eve, newAddress(), sessionId)
  const ada = browser()
  ada.cookies.set("spec_wizard_browser", eve.cookies.get("spec_wizard_browser") ?? "")
  expect((await ada.redeem({ token })).status).toBe(200)
  expect([await sees(ada, sessionId), await sees(eve, sessionId)]).toEqual([true, false])
})

test("address and code open it where there is no link at all", async () => {
  const asking = browser()
  const sessionId = await asking.begin()
  const email = newAddress()
  const { code: typed } = await mailed(asking, email, sessionId)
  const phone = browser()
  expect(code(await phone.redeem({ email: newAddress(), code: typed }))).toBe("link.invalid")
  expect((await phone.redeem({ email: email.toUpperCase(), code: typed })).status).toBe(200)
  expect(await sees(phone, sessionId)).toBe(true)
})

test("five codes are tried, also when fifty come at once; the link in the browser that asked works all the same", async () => {
  const asking = browser()
  const sessionId = await asking.begin()
  const email = newAddress()
  const { token, code: right } = await mailed(asking, email, sessionId)
  const guesses = Array.from({ length: 50 }, (_, index) => `0000-${String(index).padStart(4, "0")}`)
  const answers = await Promise.all(guesses.map((guess) => browser().redeem({ email, code: guess })))
  expect(answers.map(code)).toEqual(guesses.map(() => "link.invalid"))
  expect(code(await browser().redeem({ email, code: right }))).toBe("link.invalid")
  expect(code(await browser().redeem({ token, code: right }))).toBe("link.invalid")
  expect((await asking.redeem({ token })).status).toBe(200)
})

test("of 48 that redeem the same link at once one gets in, by link or by code", async () => {
  const asking = browser()
  const sessionId = await asking.begin()
  const email = newAddress()
  // Once to save the session, and twice when it is saved and nothing in its log changes any more.
  for (let round = 0; round < 3; round++) {
    const { token, code: typed } = await mailed(asking, email, sessionId)
    const answers = await Promise.all([
      ...Array.from({ length: 44 }, () => asking.redeem({ token })),
      ...Array.from({ length: 2 }, () => browser().redeem({ token, code: typed })),
      ...Array.from({ length: 2 }, () => browser().redeem({ email, code: typed })),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(code))).toEqual(new Set(["link.invalid"]))
  }
})

test("a link lives ten minutes by the server's clock", async () => {
  const jar = browser()
  const sessionId = await jar.begin()
  const email = newAddress()
  const first = await mailed(jar, email, sessionId)
  house.clock.advance(10 * MINUTE)
  expect(code(await jar.redeem({ token: first.token }))).toBe("link.invalid")
  expect(code(await browser().redeem({ email, code: first.code }))).toBe("link.invalid")
  const second = await mailed(jar, email, sessionId)
  house.clock.advance(9 * MINUTE)
  expect((await jar.redeem({ token: second.token })).status).toBe(200)
})

test("who asks again in the same browser has one link, the newest", async () => {
  const jar = browser()
  const sessionId = await jar.begin()
  const email = newAddress()
  const first = await mailed(jar, email, sessionId)
  const second = await mailed(jar, email, sessionId)
  expect(code(await jar.redeem({ token: first.token }))).toBe("link.invalid")
  expect(code(await browser().redeem({ email, code: first.code }))).toBe("link.invalid")
  expect((await jar.redeem({ token: second.token })).status).toBe(200)
})

test("a stranger who asks again and again, in ever new browsers, cannot lock the owner out", async () => {
  const { email, sessionId } = await saved()
  const owner = browser("127.0.0.1")
  const own = await mailed(owner, email)
  const strangers = []
  for (let asked = 0; asked < 6; asked++) strangers.push(await mailed(browser("127.0.0.66"), email))
  // Three live ones at most: the owner's, and two of the stranger's place.
  const alive = await Promise.all(strangers.map(({ token }) => browser().redeem({ token })))
  expect(alive.filter((answer) => code(answer) === "link.other_browser")).toHaveLength(2)
  expect((await owner.redeem({ token: own.token })).status).toBe(200)
  expect(await sees(owner, sessionId)).toBe(true)

  // The other way round: the stranger was first.
  for (let asked = 0; asked < 6; asked++) await mailed(browser("127.0.0.66"), email)
  const later = browser("127.0.0.1")
  const late = await mailed(later, email)
  for (let asked = 0; asked < 6; asked++) await mailed(browser("127.0.0.66"), email)
  expect((await later.redeem({ token: late.token })).status).toBe(200)
})

test("who asks for a link to somebody else's address from a session of their own gains nothing", async () => {
  const attacker = browser()
  const sessionId = await attacker.begin()
  const socket = await socketOf(house, attacker, sessionId)
  const ticket = await ticketOf(attacker, sessionId)
  const { token, code: typed } = await mailed(attacker, newAddress(), sessionId)

  const victim = browser()
  expect(code(await victim.redeem({ token }))).toBe("link.other_browser")
  expect((await victim.redeem({ token, code: typed })).status).toBe(200)
  await socket.next(({ type }) => type === "bye")
  await socket.closed
  expect(await sees(victim, sessionId)).toBe(true)
  expect(await sees(attacker, sessionId)).toBe(false)
  expect((await attacker.call("GET", "/v1/sessions")).body).toEqual({ sessions: [] })
  expect(await enter(house, ticket)).toBe(401)
  expect(code(await attacker.redeem({ token }))).toBe("link.invalid")
})

test("an address of the attacker's own does not keep the attacker in either", async () => {
  const attacker = browser()
  const sessionId = await attacker.begin()
  const own = await mailed(attacker, newAddress(), sessionId)
  expect((await attacker.redeem({ token: own.token })).status).toBe(200)
  const { token, code: typed } = await mailed(attacker, newAddress(), sessionId)
  const victim = browser()
  expect((await victim.redeem({ token, code: typed })).status).toBe(200)
  expect(await sees(attacker, sessionId)).toBe(false)
  expect(((await attacker.call("GET", "/v1/sessions")).body as { sessions: unknown[] }).sessions).toEqual([])
})

test("however many devices somebody else has let in, none of them stays", async () => {
  const attacker = browser()
  const sessionId = await attacker.begin()
  const own = newAddress()
  await attacker.redeem({ token: (await mailed(attacker, own, sessionId)).token })
  const others: Jar[] = []
  for (let count = 0; count < 60; count++) {
    const other = browser()
    const { token } = await mailed(other, own)
    expect((await other.redeem({ token })).status).toBe(200)
    others.push(other)
  }
  const { token, code: typed } = await mailed(attacker, newAddress(), sessionId)
  const victim = browser()
  expect((await victim.redeem({ token, code: typed })).status).toBe(200)
  expect(await sees(victim, sessionId)).toBe(true)
  expect(await Promise.all([attacker, ...others].map((jar) => sees(jar, sessionId)))).not.toContain(true)
})

test("a second device by code leaves the first one, which is at the same address, signed in", async () => {
  const { jar, email, sessionId } = await saved()
  const { code: typed } = await mailed(jar, email, sessionId)
  const phone = browser()
  expect((await phone.redeem({ email, code: typed })).status).toBe(200)
  expect(await sees(jar, sessionId)).toBe(true)
  expect(await sees(phone, sessionId)).toBe(true)
})

test("without a session it opens what was used last under the address, and every other one of it", async () => {
  const { email, sessionId: older } = await saved()
  const { sessionId: newer, jar } = await saved(email)
  await jar.call("PATCH", `/v1/sessions/${older}`, { title: "Used last" })
  const phone = browser()
  const { token, code: typed } = await mailed(phone, email)
  expect(await phone.redeem({ token })).toMatchObject({ status: 200, body: { session: { id: older } } })
  expect(typed).not.toBe("")
  expect(await sees(phone, newer)).toBe(true)
  const { body } = await phone.call("GET", "/v1/sessions")
  expect((body as { sessions: { id: string }[] }).sessions.map(({ id }) => id)).toEqual([newer, older]) // newest first
})

test("a session that the device may not see counts as none", async () => {
  const { sessionId: foreign } = await saved()
  const jar = browser()
  await jar.begin()
  const unknown = newAddress()
  expect((await jar.ask(unknown, foreign)).status).toBe(202)
  const { email, sessionId } = await saved()
  const { token, code: typed } = await mailed(jar, email, foreign)
  expect(await jar.redeem({ token, code: typed })).toMatchObject({ status: 200, body: { session: { id: sessionId } } })
  expect(sentTo(unknown)).toEqual([])
  expect(await sees(jar, foreign)).toBe(false)
})

test("known and unknown addresses get the same answer, to the last header", async () => {
  const { email } = await saved()
  const shape = async (address: string) => {
    const { status, text, headers } = await browser().ask(address)
    const { date, "x-request-id": requestId, "set-cookie": cookies = [], ...rest } = headers
    expect([typeof date, typeof requestId]).toEqual(["string", "string"])
    return { status, text, rest, cookies: [cookies].flat().map((line) => line.replace(/=[\w-]{43};/, "=…;")) }
  }
  expect(await shape(email)).toEqual(await shape(newAddress()))
  const wrong = (address: string) => browser().redeem({ email: address, code: "0000-0000" })
  const [known, unknown] = [await wrong(email), await wrong(newAddress())]
  const content = ({ status, body }: { status: number; body: unknown }) => ({
    status,
    body: { ...(body as object), requestId: "" }, // a problem
  })
  expect(content(known)).toEqual(content(unknown))
})

test("an address is one address, written plainly; anything else is refused before anything is sent", async () => {
  for (const email of [
    "",
    "ada",
    "ada@",
    "@example.com",
    "ada@example",
    "ada@@example.com",
    "a@b@example.com",
    "ada@example.com,eve@example.com",
    "ada@example.com eve@example.com",
    "ada@example.com\nBcc: eve@example.com",
    "ada@example.com\r\n",
    '"ada"@example.com',
    "Ada <ada@example.com>",
    "ada(x)@example.com",
    "ada@[127.0.0.1]",
    "ada@127.0.0.1",
    "ádá@example.com",
    "ada\u0000@example.com",
    "ada@exa mple.com",
    "ada@-example.com",
    "ada@example..com",
    ".ada@example.com",
    "ada.@example.com",
    "a..b@example.com",
    `${"a".repeat(65)}@example.com`,
    `ada@${"a".repeat(250)}.com`,
    "ada@example.com;eve@example.com",
    "ada%40example.com",
    "ada@example.com\u202e",
    "ada＠example.com,eve＠example.com",
    ["ada@example.com"],
    { address: "ada@example.com" },
    null,
    7,
  ].filter((email) => email !== "ada@example.com\r\n")) {
    const answer = await browser().call("POST", "/v1/magic-links", { email })
    expect(answer, JSON.stringify(email)).toMatchObject({ status: 400, body: { code: "body.invalid" } })
  }
  expect(house.mail().filter(({ to }) => /^(ada|eve|a)@/i.test(to))).toEqual([])
})

test("an address is known again in another case, in full-width letters and by its domain's other name", async () => {
  const read = async (jar: Jar, typed: string, sessionId?: string) => {
    const mail = house.mailbox.next("ada.b@xn--bcher-kva.example")
    await jar.ask(typed, sessionId)
    return found(await mail)
  }
  const first = browser()
  const sessionId = await first.begin()
  await first.redeem({ token: (await read(first, "Ada.B@Bücher.example", sessionId)).token })
  for (const again of ["ada.b@bücher.example", "ADA.B@XN--BCHER-KVA.EXAMPLE", "ａda.b＠bücher.example"]) {
    const jar = browser()
    const { token } = await read(jar, again)
    expect(await jar.redeem({ token }), again).toMatchObject({ status: 200, body: { session: { id: sessionId } } })
  }
})

test("a link's base is a setting, whatever the request's headers say", async () => {
  const email = newAddress()
  const jar = browser()
  const sessionId = await jar.begin()
  const mail = house.mailbox.next(email)
  const headers = {
    "x-forwarded-host": "evil.example",
    forwarded: "host=evil.example",
    "x-original-host": "evil.example",
  }
  await jar.call("POST", "/v1/magic-links", { email, sessionId }, headers)
  const { text, html } = await mail
  expect(text).toContain(`${house.url}/link#token=`)
  expect(text + html).not.toContain("evil")
})

test("a page of another site can neither ask for a link nor redeem one", async () => {
  const jar = browser()
  const sessionId = await jar.begin()
  const foreign = { origin: "https://evil.example" }
  const asked = await jar.call("POST", "/v1/magic-links", { email: newAddress(), sessionId }, foreign)
  expect(asked).toMatchObject({ status: 403, body: { code: "origin.refused" } })
  const redeemed = await jar.call("POST", "/v1/magic-links/redeem", { token: "A".repeat(43) }, foreign)
  expect(redeemed).toMatchObject({ status: 403, body: { code: "origin.refused" } })
})

test("nothing more is sent to an address whose mails came back", async () => {
  const email = "bounce@simulator.amazonses.com"
  const jar = browser()
  const sessionId = await jar.begin()
  await mailed(jar, email, sessionId)
  await expect.poll(async () => (await rows(TABLE_NAME)).some(({ sk }) => sk === "suppression")).toBe(true)
  const sent = sentTo(email).length
  expect((await jar.ask(email, sessionId)).status).toBe(202)
  await expect.poll(async () => (await house.queues())["MailQueue"]).toEqual({ messages: 0, deadLetters: 0 })
  expect(sentTo(email)).toHaveLength(sent)
})
