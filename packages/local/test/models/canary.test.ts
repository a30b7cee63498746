import { type Chat, createApi, openChat } from "@spec-wizard/client"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { LEDGER_NAME, TABLE_NAME } from "../../src/environment.ts"
import { type House, startHouse } from "../../src/house.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { openStandIn, type StandIn } from "../../src/stand-in/stand-in.ts"
import { FaultProxy } from "../faults/proxy.ts"
import { rows } from "../rows.ts"
import { said } from "./asking.ts"

const CANARY = "sk-canary-Zeisig-4711-Kanari"
const forms = [
  CANARY,
  encodeURIComponent(CANARY),
  Buffer.from(CANARY).toString("base64").replace(/=+$/, ""),
  Buffer.from(CANARY).toString("hex"),
  [...CANARY].reverse().join(""),
  JSON.stringify(CANARY).slice(1, -1),
]

let house: House
let standIn: StandIn
let lambda: FaultProxy
let chat: Chat
let printed = ""
let isLost = false
const handedOver: string[] = []
const heard: string[] = []

beforeAll(async () => {
  ;[standIn, lambda] = await Promise.all([openStandIn({ script: interviewing }), FaultProxy.open()])
  lambda.rule = ({ body }) => {
    handedOver.push(body)
    return isLost ? { refuse: 500 } : undefined
  }
  vi.stubEnv("LOG_LEVEL", "info")
  const print = (line: unknown) => {
    printed += String(line)
    return true
  }
  vi.spyOn(process.stdout, "write").mockImplementation(print)
  vi.spyOn(process.stderr, "write").mockImplementation(print)
  const model = { MODEL_PROVIDER: "anthropic", MODEL_BASE_URL: standIn.baseUrls.anthropic, MODEL_TIMEOUT_MS: "1000" }
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", ...model, AWS_ENDPOINT_URL_LAMBDA: lambda.url } })
  lambda.connect(`http://127.0.0.1:${house.port}`)
  const api = createApi({ baseUrl: house.url })
  const { session } = await api.sessions.create({ locale: "en" })
  chat = openChat({ api, sessionId: session.id })
  chat.on("event", (event) => heard.push(JSON.stringify(event)))
  chat.on("problem", (problem) => heard.push(JSON.stringify(problem)))
})
afterEach(() => {
  standIn.play(interviewing)
  isLost = false
})
afterAll(async () => {
  chat.close()
  await house.stop()
  await standIn.close()
  lambda.close()
  vi.restoreAllMocks()
})

const key = { provider: "anthropic", apiKey: CANARY }

test("a visitor's key reaches its provider and nothing else, whatever the provider does with it", async () => {
  const faults = [
    { status: 401 }, // echoes the key
    { status: 400, body: { error: { message: `bad key ${CANARY}` } } },
    { status: 500, body: CANARY },
    { reset: true },
    { malformAfter: 5 },
    { errorAfter: 0 },
    { truncateAfter: 10 },
    { stallAfter: 10 },
  ] as const
  expect((await said(chat, "We sell bread.", key)).type).toBe("turn.completed")
  for (const fault of faults) {
    standIn.play((call) => ({ ...interviewing(call), fault }) as ReturnType<typeof interviewing>)
    await said(chat, "And cakes.", key)
  }
  expect(standIn.calls.every(({ call }) => call.apiKey === CANARY)).toBe(true)
  await chat
    .send("Hello", { key: { provider: "nobody", apiKey: CANARY } })
    .catch((error) => heard.push(String(error.stack)))

  const places = {
    table: (await rows(TABLE_NAME)).map(({ text }) => text).join("\n"),
    ledger: JSON.stringify(await rows(LEDGER_NAME)),
    logs: printed,
    "hand-over": handedOver.join("\n"),
    page: heard.join("\n") + JSON.stringify(chat.state),
    mailbox: JSON.stringify(house.mail()),
  }
  expect(places.logs).toContain("interviewer.fell_back")
  expect(places["hand-over"]).toContain('"key"')
  const found = Object.entries(places).flatMap(([place, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${form} in the ${place}`),
  )
  expect(found).toEqual([])
})

test("a key that is lost on its way ends the turn with a word of it, and the retry with the key answers", async () => {
  isLost = true
  const ended = said(chat, "We close at six.", key)
  await expect.poll(() => chat.state.turn?.status).toBe("waiting")
  isLost = false
  house.clock.advance(4_000) // the start counts as lost: the next sync starts the turn again, without the key
  expect(await ended).toMatchObject({ type: "turn.failed", code: "key.gone" })
  const answered = new Promise((resolve) => chat.on("turn.completed", resolve))
  await chat.retry(undefined, { key })
  await answered
  expect(standIn.calls.at(-1)?.call.apiKey).toBe(CANARY)
})
