import { afterAll, beforeAll, expect, test } from "vitest"
import { frameId, greeted, newSession, RawSocket } from "../raw.ts"
import { Stage } from "./stage.ts"

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())

const CANARY = "Zeisig Kanari 4711"
const forms = (text: string) => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString("base64").replace(/=+$/, ""),
  Buffer.from(text).toString("hex"),
]

test("no message, token or ticket in any log line, whatever goes wrong; no token or ticket in the table", async () => {
  const visitor = await newSession(stage.url)
  const socket = await greeted(visitor)
  const ends = () => socket.frames.filter((frame) => JSON.stringify(frame).includes('"turn.'))

  socket.send({ action: "sendMessage", id: frameId(), text: `We run a bakery called ${CANARY}.` })
  await socket.next((frame) => JSON.stringify(frame).includes("turn.completed"))

  // Refusals, broken frames, a table that fails, posts that fail, a worker that dies.
  for (const frame of [
    CANARY,
    { action: CANARY },
    { action: "sendMessage", id: frameId(), text: CANARY, [CANARY]: CANARY },
  ])
    socket.send(frame)
  await socket.next(() => socket.frames.filter(({ type }) => type === "error").length === 3)
  stage.table.rule = ({ body }) => (body.includes(CANARY) ? { refuse: 400 } : undefined)
  socket.send({ action: "sendMessage", id: frameId(), text: `And cakes at ${CANARY}.` })
  await socket.next(() => socket.frames.filter(({ type }) => type === "error").length === 4)
  stage.table.rule = () => undefined
  let armed = true
  stage.posts.rule = ({ body }) => {
    if (!armed || !body.includes('"delta"')) return undefined
    armed = false
    stage.signalWorkers("SIGKILL")
    return { refuse: 500 }
  }
  const before = ends().length
  socket.send({ action: "sendMessage", id: frameId(), text: `And bread at ${CANARY}.` })
  await socket.next(() => ends().length > before)
  await fetch(`${stage.url}/v1/sessions`, {
    method: "POST",
    body: CANARY,
    headers: { "content-type": "application/json" },
  })
  await fetch(`${stage.url}/v1/sessions/${encodeURIComponent(CANARY)}?${encodeURIComponent(CANARY)}`, {
    headers: { authorization: `Bearer ${visitor.token}` },
  })
  const { url, protocol, ticket } = await visitor.ticket()
  await RawSocket.connect(url, [protocol, `ticket.${ticket}`], { origin: "https://evil.example" })

  expect(stage.output).toContain("frame.refused") // it did log
  const found = [CANARY, visitor.token, ticket].flatMap(forms).filter((form) => stage.output.includes(form))
  expect(found).toEqual([])
  const table = await stage.dump()
  expect(table).toContain(CANARY) // the transcript
  expect([visitor.token, ticket].flatMap(forms).filter((form) => table.includes(form))).toEqual([])
})
