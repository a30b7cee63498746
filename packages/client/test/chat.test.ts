import type * as Event from "@spec-wizard/core/protocol/event"
import { MINOR } from "@spec-wizard/core/protocol/version"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { type Chat, type ChatOptions, memoryOutbox, type Piece } from "../src/index.ts"
import { GREETING_MS, openHouse, outcome, Presence, pass, texts } from "./house.ts"
import { id, problem } from "./reference-server.ts"

let opened: Chat[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] })
  opened = []
})

afterEach(async () => {
  for (const chat of opened) chat.close()
  await pass(100)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

function house() {
  const { server, api, open } = openHouse()
  return {
    server,
    api,
    open: (options?: Partial<ChatOptions>) => {
      const chat = open(options)
      opened.push(chat)
      return chat
    },
  }
}

async function live(options?: Partial<ChatOptions>) {
  const { server, api, open } = house()
  const chat = open(options)
  await pass(GREETING_MS)
  expect(chat.state.connection).toBe("live")
  return { server, api, open, chat }
}

test("greets first, then shows a message, the running reply and its end", async () => {
  const { server, chat } = await live()
  expect(server.received).toEqual([{ action: "hello", v: 1, minor: MINOR, lastSeq: 0 }])
  const states: (string | undefined)[] = []
  chat.subscribe(({ turn }) => states.push(turn?.status))
  const fate = outcome(chat.send("A garden club."))
  expect(chat.state.pending).toMatchObject([{ text: "A garden club." }])

  await pass(20)
  expect(fate.ack).toMatchObject({ seq: 1, turnId: server.turn?.id })
  expect(chat.state).toMatchObject({ pending: [], turn: { status: "waiting", text: "" }, appliedSeq: 1 })
  server.start()
  server.say("Who waters ")
  server.say("the plots?")
  await pass(20)
  expect(chat.state.turn).toMatchObject({ status: "answering", attempt: 1, text: "Who waters the plots?" })
  server.finish()
  await pass(20)
  expect(chat.state.turn).toBeUndefined()
  expect(texts(chat.state)).toEqual(["A garden club.", "Who waters the plots?"])
  expect(states).toContain("answering")
})

test("a state is a new object when something changed and the same when nothing did", async () => {
  const { server, chat } = await live()
  const before = chat.state
  await pass(60_000)
  expect(chat.state).toBe(before)
  server.told("From the other device.")
  await pass(20)
  expect(chat.state).not.toBe(before)
  expect(before.messages).toEqual([])
})

test("tells each durable event once and in order, by type and through the iterator", async () => {
  const { server, open } = house()
  server.told("Before.")
  server.finish("failed")
  server.wire = () => [5, 5, 40]
  const chat = open()
  const seen: number[] = []
  const ends: string[] = []
  chat.on("event", ({ seq }) => seen.push(seq))
  chat.on("turn.completed", ({ turnId }) => ends.push(turnId))
  const read: Event.Info[] = []
  const reading = (async () => {
    for await (const event of chat.events({ after: 1 })) read.push(event)
  })()
  await pass(100)
  const { turnId } = server.told("After.")
  server.append({ type: "x.unheard-of", whatever: true })
  server.start()
  server.finish()
  await pass(100)
  expect(seen).toEqual(server.log.map(({ seq }) => seq))
  expect(read).toEqual(server.log.slice(1))
  expect(ends).toEqual([turnId])
  chat.close()
  await reading
})

test("an iterator ends with its signal", async () => {
  const { chat } = await live()
  const stop = new AbortController()
  const next = chat.events({ signal: stop.signal })[Symbol.asyncIterator]().next()
  stop.abort()
  expect(await next).toMatchObject({ done: true })
})

test("fetches what is not pushed: large events and long histories", async () => {
  const { server, open } = house()
  for (let n = 0; n < 450; n++) server.append({ type: "x.fact", n })
  server.append({ type: "x.large", data: "x".repeat(13_000) })
  server.append({ type: "x.fact" })
  const chat = open()
  await pass(200)
  expect(chat.state.appliedSeq).toBe(452)
  server.append({ type: "x.large", data: "x".repeat(13_000) }, { type: "x.fact" })
  await pass(400)
  expect(chat.state.appliedSeq).toBe(454)
})

test("finds a lost last push within 5 s in a turn and 25 s otherwise", async () => {
  const { server, chat } = await live()
  server.wire = (frame) => (frame.type === "event" ? [] : [5])
  server.append({ type: "x.fact" })
  await pass(25_050)
  expect(chat.state.appliedSeq).toBe(1)
  void chat.send("Hello")
  await pass(20)
  server.start()
  await pass(5_050)
  expect(chat.state.appliedSeq).toBe(3)
})

test("takes up a reply in mid-sentence and prints every character of it once", async () => {
  const { server, open } = house()
  server.told("From the other device.")
  server.start()
  server.say("Which day ")
  const chat = open()
  const pieces: Piece[] = []
  chat.on("delta", (piece) => pieces.push(piece))
  await pass(GREETING_MS)
  expect(chat.state.turn?.text).toBe("Which day ")
  server.say("do people ")
  await pass(20)
  server.wire = (frame) => (frame.type === "delta" ? [] : [5])
  server.say("come?")
  server.wire = () => [5]
  server.finish()
  await pass(20)
  expect(pieces.map(({ text }) => text)).toEqual(["Which day ", "do people ", "come?"])
  expect(pieces.map(({ offset }) => offset)).toEqual([0, 10, 20])
})

test("a lost piece of the reply is asked for at once", async () => {
  const { server, chat } = await live()
  void chat.send("Hello")
  await pass(20)
  server.start()
  server.wire = (frame) => (frame.type === "delta" ? [] : [5])
  server.say("lost ")
  server.wire = () => [5]
  server.say("and found")
  await pass(20)
  expect(chat.state.turn?.text).toBe("")
  await pass(300)
  expect(chat.state.turn?.text).toBe("lost and found")
})

test("a second attempt starts the reply over", async () => {
  const { server, chat } = await live()
  void chat.send("Hello")
  await pass(20)
  server.start()
  server.say("First try")
  await pass(20)
  server.start()
  await pass(20)
  expect(chat.state.turn).toMatchObject({ attempt: 2, text: "", status: "waiting" })
  server.say("Second")
  server.finish()
  await pass(20)
  expect(texts(chat.state)).toEqual(["Hello", "Second"])
})

test("says how a turn ended until the next begins, and retries it", async () => {
  const { server, chat } = await live()
  void chat.send("Hello")
  await pass(20)
  server.start()
  const { turnId } = { turnId: server.turn?.id }
  server.finish("failed")
  await pass(20)
  expect(chat.state.ended).toEqual({ turnId, type: "failed", code: "model.timeout", retryable: true })
  const fate = outcome(chat.retry())
  await pass(20)
  expect(fate.ack).toMatchObject({ turnId: server.turn?.id })
  expect(server.received.at(-1)).toMatchObject({ action: "retry", turnId })
  expect(chat.state.ended).toBeUndefined()
  expect(chat.state.turn).toMatchObject({ id: server.turn?.id, status: "waiting" })
})

test("nothing to retry is said at once", async () => {
  const { chat } = await live()
  await expect(chat.retry()).rejects.toMatchObject({ code: "turn.not_retryable" })
})

test("stop is repeated until the turn has ended, over a lost connection too", async () => {
  const { server, chat } = await live()
  void chat.send("Hello")
  await pass(20)
  server.start()
  server.say("Half a sen")
  await pass(20)
  server.refuse = ({ action }) => (action === "stop" ? "silence" : undefined)
  chat.stop()
  server.sockets[0]?.dies()
  await pass(400)
  server.refuse = () => undefined
  await pass(5_050)
  expect(server.turn).toBeUndefined()
  expect(chat.state.ended).toMatchObject({ type: "stopped" })
  expect(texts(chat.state)).toEqual(["Hello", "Half a sen"])
})

test("what is written offline waits, survives the page, and is said once, in order, one at a time", async () => {
  const { server, open } = house()
  server.intercept = () => "offline"
  const outbox = memoryOutbox()
  const first = open({ outbox })
  const fates = [outcome(first.send("One")), outcome(first.send("Two"))]
  await pass(20)
  expect(first.state.connection).toBe("offline")
  first.close()
  await pass(0)
  expect(fates).toEqual([{ code: "chat.closed" }, { code: "chat.closed" }])

  server.intercept = () => undefined
  const second = open({ outbox })
  expect(second.state.pending.map(({ text }) => text)).toEqual(["One", "Two"])
  await pass(100)
  expect(texts(second.state)).toEqual(["One"])
  expect(second.state.pending.map(({ text }) => text)).toEqual(["Two"])
  server.start()
  server.finish()
  await pass(100)
  expect(texts(second.state)).toEqual(["One", "Two"])
  expect(outbox.load()).toEqual([])
})

test("a message whose acknowledgement was lost is sent again unchanged and stored once", async () => {
  const { server, chat } = await live()
  server.wire = (frame) => (frame.type === "ack" || frame.type === "event" ? [] : [5])
  const fate = outcome(chat.send("Only once"))
  await pass(20)
  server.sockets[0]?.dies()
  await pass(400)
  expect(fate.ack).toMatchObject({ seq: 1 })
  await pass(20_000)
  const sent = server.received.filter(({ action }) => action === "sendMessage")
  expect(new Set(sent.map((frame) => JSON.stringify(frame))).size).toBe(1)
  expect(texts(chat.state)).toEqual(["Only once"])
})

test("what may have arrived is not said again before the server has answered the greeting", async () => {
  const { server, chat } = await live()
  server.wire = () => []
  void chat.send("Perhaps")
  await pass(20)
  server.wire = () => [5]
  server.refuse = ({ action }) => (action === "hello" ? "silence" : undefined)
  server.sockets[0]?.dies()
  await pass(9_000)
  expect(server.received.map(({ action }) => action)).toEqual(["hello", "sendMessage", "hello"])
})

test("a message that was on its way while the connection was replaced is asked about at once", async () => {
  const { server, chat } = await live()
  await pass(110 * 60_000 - GREETING_MS)
  server.wire = (frame) => (frame.type === "ack" || frame.type === "event" ? [] : [5])
  const fate = outcome(chat.send("In between"))
  await pass(10)
  server.wire = (frame) => (frame.type === "event" || frame.type === "events" ? [] : [5])
  server.intercept = (_method, path) => (path.includes("/events") ? "offline" : undefined)
  await pass(100)
  expect(server.sockets).toHaveLength(2)
  expect(fate.ack).toMatchObject({ turnId: server.turn?.id })
})

test("a server that greets and hangs up is not hammered; one that stayed is tried again quickly", async () => {
  const { server, chat } = await live()
  await pass(10_000)
  server.sockets[0]?.dies()
  await pass(300)
  expect(chat.state.connection).toBe("live")
  server.sockets[1]?.dies()
  await pass(900)
  expect(server.sockets).toHaveLength(2)
  await pass(200)
  expect(chat.state.connection).toBe("live")
})

test("a message sent before the greeting was answered is not sent twice", async () => {
  const { server, open } = house()
  const chat = open()
  const fate = outcome(chat.send("Early"))
  await pass(GREETING_MS)
  expect(server.received.map(({ action }) => action)).toEqual(["hello", "sendMessage"])
  expect(fate.ack).toMatchObject({ seq: 1 })
})

test("a message refused because of another device's turn goes out when that has ended", async () => {
  const { server, chat } = await live()
  server.told("From the other device.")
  const fate = outcome(chat.send("Wait for it"))
  await pass(20)
  expect(fate).toEqual({})
  expect(chat.state.pending).toMatchObject([{ problem: { code: "turn.active" } }])
  expect(chat.state.problem).toMatchObject({ code: "turn.active" })
  await pass(1_000)
  server.start()
  server.say("Answer")
  server.finish()
  await pass(30)
  expect(fate.ack).toBeDefined()
  expect(chat.state).toMatchObject({ pending: [] })
  expect(chat.state.problem).toBeUndefined()
})

test("a limited message waits as long as it was told to, and no frame is wasted on it", async () => {
  const { server, chat } = await live()
  server.refuse = (frame) =>
    frame.action === "sendMessage"
      ? { code: "rate.limited", detail: "Too fast.", id: frame.id, retryAfter: 7 }
      : undefined
  const fate = outcome(chat.send("Patience"))
  await pass(20)
  expect(chat.state.problem).toEqual({ code: "rate.limited", detail: "Too fast.", requestId: "r", retryAfter: 7 })
  server.refuse = () => undefined
  await pass(6_900)
  expect(fate).toEqual({})
  await pass(200)
  expect(fate.ack).toBeDefined()
})

test("a final refusal rejects and gives the text back", async () => {
  const { server, chat } = await live()
  const problems: string[] = []
  chat.on("problem", ({ code }) => problems.push(code))
  server.refuse = (frame) =>
    frame.action === "sendMessage" ? { code: "key.refused", detail: "No such key.", id: frame.id } : undefined
  const fate = outcome(chat.send("With a key", { key: { provider: "anthropic", apiKey: "sk-visitor" } }))
  await pass(20)
  expect(fate.code).toBe("key.refused")
  expect(problems).toEqual(["key.refused"])
  expect(chat.state.pending).toEqual([])
})

test("measures before it sends: characters, and bytes of the whole frame", async () => {
  const { server, chat } = await live()
  await expect(chat.send("x".repeat(16_001))).rejects.toMatchObject({ code: "message.too_long" })
  await expect(chat.send("\u6f22".repeat(10_001))).rejects.toMatchObject({ code: "frame.too_large" })
  await expect(chat.send("\n".repeat(15_000))).rejects.toMatchObject({ code: "message.empty" })
  await expect(chat.send(`x${"\n".repeat(15_500)}`)).rejects.toMatchObject({ code: "frame.too_large" })
  expect(server.received).toHaveLength(1)
})

test("after the gateway's own error it syncs and sends again", async () => {
  const { server, chat } = await live()
  let failures = 2
  server.refuse = ({ action }) => (action === "sendMessage" && failures-- > 0 ? "gateway" : undefined)
  const fate = outcome(chat.send("Through"))
  await pass(2_000)
  expect(fate.ack).toBeDefined()
  expect(server.received.map(({ action }) => action)).toContain("sync")
})

test("a greeting that the gateway lost leads to a new connection", async () => {
  const { server, open } = house()
  server.refuse = ({ action }) => (action === "hello" && server.sockets.length === 1 ? "gateway" : undefined)
  const chat = open()
  await pass(400)
  expect(chat.state.connection).toBe("live")
  expect(server.sockets).toHaveLength(2)
})

test("ignores frames it does not know", async () => {
  const { server, chat } = await live()
  for (const frame of [{ type: "weather", sun: true }, { type: "delta" }, [], "x", null, 7])
    server.sockets[0]?.hears(frame)
  expect(chat.state.connection).toBe("live")
})

test("asks for a new ticket for each try, quickly at first, then spread as the server said", async () => {
  const { server, chat } = await live()
  server.upgrades = false
  server.sockets[0]?.dies()
  expect(chat.state.connection).toBe("reconnecting")
  await pass(270)
  expect(server.sockets).toHaveLength(2)
  await pass(900)
  expect(server.sockets).toHaveLength(2)
  await pass(150)
  expect(server.sockets).toHaveLength(3)
  server.upgrades = true
  await pass(1_100)
  expect(chat.state.connection).toBe("live")
  const tickets = server.requests.filter(({ path }) => path.endsWith("/tickets"))
  expect(tickets).toHaveLength(server.sockets.length)
})

test("returns when the server's last word said so", async () => {
  const { server, chat } = await live()
  server.push({ type: "bye", reason: "deployment", reconnectAfterMs: 3_000 })
  await pass(3_200)
  expect(server.sockets).toHaveLength(1)
  await pass(200)
  expect(chat.state.connection).toBe("live")
})

test.each([401, 403, 404, 410])("does not try again after %i, and says why", async (status) => {
  const { server, open } = house()
  server.intercept = (_method, path) => (path.endsWith("/tickets") ? problem(status, "session.not_found") : undefined)
  const chat = open()
  const fate = outcome(chat.send("Too late"))
  const reading = outcome(chat.events()[Symbol.asyncIterator]().next())
  await pass(100_000)
  expect(chat.state).toMatchObject({ connection: "closed", problem: { code: "session.not_found", requestId: "req-1" } })
  expect(fate.code).toBe("session.not_found")
  expect(reading.code).toBe("session.not_found")
  expect(server.requests).toHaveLength(1)
})

test("keeps the wait that a busy server asked for", async () => {
  const { server, open } = house()
  server.intercept = () => problem(503, "unavailable", { "retry-after": "12" })
  const chat = open()
  await pass(11_900)
  expect(chat.state).toMatchObject({
    connection: "reconnecting",
    problem: { code: "unavailable", requestId: "req-1", retryAfter: 12 },
  })
  expect(server.requests).toHaveLength(1)
  server.intercept = () => undefined
  await pass(500)
  expect(chat.state.connection).toBe("live")
  expect(chat.state.problem).toBeUndefined()
})

test("a half-open socket is replaced 10 s after the question it did not answer", async () => {
  const { server, chat } = await live()
  for (const socket of server.sockets) socket.mute = true
  server.append({ type: "x.fact" })
  await pass(25_000 + 10_000 + 400)
  expect(chat.state).toMatchObject({ connection: "live", appliedSeq: 1 })
  expect(server.sockets).toHaveLength(2)
})

test("replaces its connection between 105 and 115 minutes, losing and doubling nothing", async () => {
  const { server, chat } = await live()
  const connections: string[] = []
  const seen: number[] = []
  chat.on("connection", (connection) => connections.push(connection))
  chat.on("event", ({ seq }) => seen.push(seq))
  const openAtOnce: number[] = []
  await pass(110 * 60_000 - GREETING_MS - 20)
  for (let n = 0; n < 100; n++) {
    server.append({ type: "x.fact", n })
    openAtOnce.push(server.open.length)
    await pass(1)
  }
  await pass(20)
  expect(server.sockets).toHaveLength(2)
  expect(Math.max(...openAtOnce)).toBe(2)
  expect(openAtOnce).not.toContain(0)
  expect(server.open).toEqual([server.sockets[1]])
  expect(seen).toEqual(server.log.map(({ seq }) => seq))
  expect(connections).toEqual([])
})

test("keeps the old connection when its replacement fails, and tries again", async () => {
  const { server, chat } = await live()
  await pass(100 * 60_000)
  server.upgrades = false
  await pass(10 * 60_000)
  expect(chat.state.connection).toBe("live")
  expect(server.open).toEqual([server.sockets[0]])
  server.upgrades = true
  await pass(2_000)
  expect(server.open).toHaveLength(1)
  expect(server.open).not.toContain(server.sockets[0])
})

test("a hidden page gives its connection back after 5 min and catches up when it is seen", async () => {
  const page = new Presence()
  const { server, chat } = await live({ visibility: page })
  page.set(false)
  await pass(299_000)
  expect(server.open).toHaveLength(1)
  expect(server.received.map(({ action }) => action)).toEqual(["hello"])
  await pass(2_000)
  expect(server.open).toHaveLength(0)
  expect(chat.state.connection).toBe("offline")
  server.told("Meanwhile")
  await pass(600_000)
  expect(server.sockets).toHaveLength(1)
  page.set(true)
  await pass(GREETING_MS)
  expect(texts(chat.state)).toEqual(["Meanwhile"])
  chat.close()
  expect(page.listeners).toBe(0)
})

test("where tickets come and no socket gets through, it says so, goes on trying, and forgets it once one does", async () => {
  const { server, chat } = await live()
  server.upgrades = false
  server.open[0]?.dies()
  await pass(200_000)
  expect(chat.state.problem?.code).toBe("socket.blocked")
  server.upgrades = true
  await pass(100_000)
  expect(chat.state.connection).toBe("live")
  expect(chat.state.problem).toBeUndefined()
})

test("a machine that says it has no network is tried all the same, for the server may be on it", async () => {
  const network = new Presence()
  network.set(false)
  const { server, chat } = await live({ network })
  expect(chat.state.connection).toBe("live")
  expect(server.sockets).toHaveLength(1)
})

test("without a network it goes on trying, and it is back as soon as the network is", async () => {
  const network = new Presence()
  const { server, chat } = await live({ network })
  let tries = 0
  server.intercept = (_method, path) => {
    if (path.endsWith("/tickets")) tries++
    return "offline"
  }
  network.set(false)
  expect(chat.state.connection).toBe("offline")
  const fate = outcome(chat.send("Later"))
  await pass(100_000)
  expect(chat.state.connection).toBe("offline")
  expect(tries).toBeGreaterThan(1)
  server.intercept = () => undefined
  network.set(true)
  await pass(GREETING_MS)
  expect(fate.ack).toBeDefined()
  expect(chat.state.connection).toBe("live")
})

test("starts from 0 when the log begins another life", async () => {
  const { server, chat } = await live()
  const read: string[] = []
  const reading = (async () => {
    for await (const { type } of chat.events()) read.push(type)
  })()
  void chat.send("Kept")
  await pass(20)
  server.start()
  server.finish()
  await pass(20)
  expect(chat.state.appliedSeq).toBe(3)
  server.restore(1)
  server.sockets[0]?.dies()
  await pass(400)
  expect(chat.state).toMatchObject({ appliedSeq: 1, pending: [] })
  expect(texts(chat.state)).toEqual(["Kept"])
  expect(read).toEqual(["message.appended", "turn.started", "turn.completed", "message.appended"])
  chat.close()
  await reading
})

test("knows the session, and hears of its changes", async () => {
  const { server, chat } = await live()
  expect(chat.state.session).toMatchObject({ title: "Bakery orders" })
  server.append({ type: "session.changed", session: { ...server.session(), title: "Cakes" } } as never)
  await pass(20)
  expect(chat.state.session).toMatchObject({ title: "Cakes" })
})

test("a keyed message is not sent without its key after a reload; it waits for a person", async () => {
  const { server, open } = house()
  server.intercept = () => "offline"
  const outbox = memoryOutbox()
  const first = open({ outbox })
  void first.send("Private", { key: { provider: "anthropic", apiKey: "sk-visitor" } })
  expect(JSON.stringify(outbox.load())).not.toContain("sk-visitor")
  first.close()
  server.intercept = () => undefined
  const second = open({ outbox })
  const next = outcome(second.send("Not held up"))
  await pass(100)
  expect(next.ack).toBeDefined()
  expect(second.state.pending).toMatchObject([{ text: "Private", problem: { code: "key.gone" } }])
  second.discard(second.state.pending[0]?.id ?? "")
  expect(outbox.load()).toEqual([])
})

test("a late frame of a turn that has ended changes nothing", async () => {
  const { server, chat } = await live()
  void chat.send("Hello")
  await pass(20)
  server.start()
  server.finish()
  await pass(20)
  const before = chat.state
  const turnId = id("trn", 2)
  expect(server.log.at(-1)).toMatchObject({ turnId })
  server.push({ type: "delta", turnId, attempt: 2, offset: 0, text: "Ghost" })
  server.push({ type: "turn", turnId, attempt: 3, text: "Ghost" })
  await pass(20)
  expect(chat.state).toBe(before)
})

test("close leaves nothing behind at any moment of a connection's life", async () => {
  for (let ms = 0; ms < 60; ms += 3) {
    const { open } = house()
    const chat = open()
    const fate = outcome(chat.send("Unsaid"))
    await pass(ms)
    chat.close()
    chat.close()
    await pass(50)
    expect(vi.getTimerCount()).toBe(0)
    expect(chat.state.connection).toBe("closed")
    expect(fate.code ?? fate.ack).toBeDefined()
    await expect(chat.send("More")).rejects.toMatchObject({ code: "chat.closed" })
  }
})

test("a listener may close the chat at any change", async () => {
  for (let after = 1; after <= 12; after++) {
    const page = new Presence()
    const { server, open } = house()
    const chat = open({ visibility: page, timing: { hiddenMs: 100 } })
    let changes = 0
    chat.subscribe(() => {
      if (++changes === after) chat.close()
    })
    void chat.send("Hello")
    await pass(GREETING_MS)
    if (server.turn) server.start()
    page.set(false)
    await pass(200)
    page.set(true)
    await pass(GREETING_MS)
    server.open[0]?.dies()
    await pass(600)
    chat.close()
    const sockets = server.sockets.length
    await pass(60_000)
    expect(vi.getTimerCount()).toBe(0)
    expect(server.sockets).toHaveLength(sockets)
    expect(server.open).toEqual([])
  }
})

test("a document that was submitted on another device is in the state with its reference, and asked for again until it is", async () => {
  const { server, chat } = await live()
  expect(chat.state.submission).toBeUndefined()
  server.intercept = (_method, path) => (path.endsWith(server.sessionId) ? "offline" : undefined)
  server.submit()
  await pass(50)
  expect(chat.state.session?.status).toBe("submitted")
  expect(chat.state.submission).toBeUndefined()
  server.intercept = () => undefined
  server.told("Meanwhile.")
  await pass(50)
  expect(chat.state.submission).toMatchObject({ reference: "SPEC-2222-2222", status: "received" })
})

test("submits with the caller's key, and has the reference before anybody tells it", async () => {
  const { server, chat } = await live()
  server.wire = () => []
  const contact = { name: "Ada", email: "ada@example.com", consent: true as const }
  const submitted = chat.submit(contact, { key: "once" })
  await pass(50)
  await submitted
  expect(server.requests.find(({ path }) => path.endsWith("/submission"))?.headers.get("idempotency-key")).toBe("once")
  expect(chat.state.submission?.reference).toBe("SPEC-2222-2222")
})
