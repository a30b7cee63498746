import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { newSession } from "./raw.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0 })
})
afterAll(() => house.stop())

test("our own page is told no token; a program is, and a page of another allowed origin", async () => {
  const begin = async (headers: Record<string, string>) => {
    const response = await fetch(`${house.url}/v1/sessions`, { method: "POST", headers })
    return { cookie: response.headers.get("set-cookie"), body: (await response.json()) as { token?: string } } // the route's answer
  }
  const allowed = house.url.replace("localhost", "127.0.0.1")
  const [page, ownName, program, other] = await Promise.all([
    begin({ origin: house.url }),
    begin({ origin: allowed, "sec-fetch-site": "same-origin" }),
    begin({}),
    begin({ origin: allowed, "sec-fetch-site": "cross-site" }),
  ])
  for (const { body, cookie } of [page, ownName]) {
    expect(body.token).toBeUndefined()
    expect(cookie).toMatch(/^spec_wizard=[\w-]{43};/)
  }
  for (const { body } of [program, other]) expect(body.token).toMatch(/^[\w-]{43}$/)
})

test("a cookie that comes twice is nobody's, whichever stands first", async () => {
  const [ada, eve] = [await newSession(house.url), await newSession(house.url)]
  const get = (cookie: string) => fetch(`${house.url}/v1/sessions/${ada.session.id}`, { headers: { cookie } })
  expect((await get(`spec_wizard=${ada.token}`)).status).toBe(200)
  for (const pair of [
    [ada, eve],
    [eve, ada],
  ])
    expect((await get(pair.map(({ token }) => `spec_wizard=${token}`).join("; "))).status).toBe(401)
})
