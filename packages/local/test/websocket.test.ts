import net from "node:net"
import {
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi"
import { afterEach, describe, expect, test } from "vitest"
import type { Handler } from "../src/lambda-handler.ts"
import { type Origin, openOrigin, type SocketEvent } from "./origin.ts"

let origin: Origin
afterEach(async () => await origin.close())

const post = (connectionId: string, data: string | Uint8Array) =>
  origin.management.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: data }))

/** Posts each frame back through the real SDK. */
const echo: Handler = async (event) => {
  const { requestContext, body } = event as SocketEvent
  await post(requestContext.connectionId, body)
}

/** Remembers what came, and lets a test wait for it. */
function recorder() {
  const events: SocketEvent[] = []
  const waiting: ((event: SocketEvent) => void)[] = []
  return {
    events,
    handler: ((event) => {
      events.push(event as SocketEvent)
      waiting.shift()?.(event as SocketEvent)
      return { statusCode: 200 }
    }) satisfies Handler,
    next: () => new Promise<SocketEvent>((resolve) => waiting.push(resolve)),
  }
}

const HANDSHAKE = [
  "GET /ws HTTP/1.1",
  "Host: localhost",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
  "\r\n",
].join("\r\n")

describe("$connect", () => {
  test("refuses before the upgrade, with the handler's status", async () => {
    origin = await openOrigin({ Connect: () => ({ statusCode: 401 }) })
    await expect(origin.connect()).rejects.toThrow("refused 401")
    expect(origin.gateway.connectionIds).toEqual([])
  })

  test("is a bad gateway when it throws or answers nonsense, a gateway timeout when it hangs", async () => {
    let behave: Handler = () => {
      throw new Error("no")
    }
    origin = await openOrigin(
      { Connect: (event, context) => behave(event, context) },
      { quotas: { integrationMs: 50 } },
    )
    await expect(origin.connect()).rejects.toThrow("refused 502")
    behave = () => "what?"
    await expect(origin.connect()).rejects.toThrow("refused 502")
    behave = () => new Promise(() => {})
    await expect(origin.connect()).rejects.toThrow("refused 504")
  })

  test("gets headers, address and ids as on AWS, and its subprotocol is echoed", async () => {
    const seen = recorder()
    origin = await openOrigin({
      Connect: (event) => {
        seen.handler(event)
        return { statusCode: 200, headers: { "sec-websocket-protocol": "a.v1" } }
      },
    })
    const socket = await origin.connect({
      protocols: ["a.v1", "ticket.x"],
      headers: { "X-Forwarded-For": "6.6.6.6", "User-Agent": "test" },
    })
    expect(socket.raw.protocol).toBe("a.v1")
    const [event] = seen.events
    expect(event).toMatchObject({
      isBase64Encoded: false,
      headers: { "Sec-WebSocket-Protocol": "a.v1,ticket.x", "X-Forwarded-For": "127.0.0.1" },
      requestContext: {
        routeKey: "$connect",
        eventType: "CONNECT",
        stage: "local",
        apiId: "local",
        domainName: `127.0.0.1:${origin.port}`,
        connectionId: expect.stringMatching(/^[\w-]{15}=$/),
        connectedAt: expect.any(Number),
        identity: { sourceIp: "127.0.0.1", userAgent: "test" },
      },
    })
    expect(event?.multiValueHeaders["X-Forwarded-For"]).toEqual(["127.0.0.1"])
  })

  test("cannot be posted to before it has returned", async () => {
    let early: unknown
    origin = await openOrigin({
      Connect: async (event) => {
        early = await post((event as SocketEvent).requestContext.connectionId, "hello").catch((error) => error)
        return { statusCode: 200 }
      },
      Default: echo,
    })
    const socket = await origin.connect()
    expect(early).toMatchObject({ name: "GoneException", $metadata: { httpStatusCode: 410 } })
    socket.raw.send("after")
    expect(await socket.next()).toBe("after")
  })

  test("is not asked about requests that are no handshake, nor on other paths", async () => {
    const seen = recorder()
    origin = await openOrigin({ Connect: seen.handler })
    const answerTo = (head: string) =>
      new Promise<string>((resolve) => {
        const socket = net.connect(origin.port, "127.0.0.1", () => socket.write(head))
        socket.once("data", (data) => resolve(data.toString().split("\r\n")[0] ?? ""))
      })
    expect(await answerTo(HANDSHAKE.replace("AAAA", ""))).toContain("400")
    expect(await answerTo(HANDSHAKE.replace("/ws", "/other"))).toContain("404")
    expect(seen.events).toEqual([])
  })

  test("ends with $disconnect when the client left meanwhile", async () => {
    const seen = recorder()
    const left = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    origin = await openOrigin({
      Connect: async () => {
        asked.resolve()
        await left.promise
        return { statusCode: 200 }
      },
      Disconnect: seen.handler,
    })
    const socket = net.connect(origin.port, "127.0.0.1", () => socket.write(HANDSHAKE))
    await asked.promise
    socket.destroy()
    left.resolve()
    const event = await (seen.events[0] ?? seen.next())
    expect(event.requestContext.routeKey).toBe("$disconnect")
  })
})

/** Of waits for what a busy machine does late. */
const PATIENCE = 240_000

describe("frames", () => {
  test("go to the route their action names, and everything else to $default", async () => {
    const sent = recorder()
    const other = recorder()
    origin = await openOrigin({ SendMessage: sent.handler, Default: other.handler })
    const socket = await origin.connect()
    for (const frame of [
      '{"action":"sendMessage","id":1}',
      '{"action":"hello"}',
      "not json",
      '["sendMessage"]',
      '{"action":{"sendMessage":1}}',
      '{"action":"constructor"}',
      '{"__proto__":{"action":"sendMessage"}}',
      "null",
    ])
      socket.raw.send(frame)
    while (other.events.length < 7) await other.next()
    expect(sent.events.map(({ body }) => body)).toEqual(['{"action":"sendMessage","id":1}'])
    expect(sent.events[0]?.requestContext).toMatchObject({
      routeKey: "sendMessage",
      eventType: "MESSAGE",
      messageId: expect.any(String),
      connectionId: origin.gateway.connectionIds[0],
      identity: { sourceIp: "127.0.0.1" },
    })
    expect(other.events.every(({ requestContext }) => requestContext.routeKey === "$default")).toBe(true)
  })

  test("of binary data arrive as base64 at $default", async () => {
    const other = recorder()
    origin = await openOrigin({ Default: other.handler })
    const socket = await origin.connect()
    const arrived = other.next()
    socket.raw.send(Buffer.from('{"action":"sendMessage"}'), { binary: true })
    const event = await arrived
    expect(event.isBase64Encoded).toBe(true)
    expect(Buffer.from(event.body, "base64").toString()).toBe('{"action":"sendMessage"}')
  })

  test("of one socket run at the same time", async () => {
    const second = Promise.withResolvers<void>()
    origin = await openOrigin({
      Default: async (event, context) => {
        if ((event as SocketEvent).body === "first") await second.promise
        await echo(event, context)
        second.resolve()
      },
    })
    const socket = await origin.connect()
    socket.raw.send("first")
    socket.raw.send("second")
    expect([await socket.next(), await socket.next()]).toEqual(["second", "first"])
  })

  test("in their hundreds are all served, and keep neither handlers nor anybody else busy", async () => {
    const [count, most] = [500, 16]
    const gate = Promise.withResolvers<void>()
    let [begun, served] = [0, 0]
    origin = await openOrigin({
      Default: async () => {
        begun++
        await gate.promise
        served++
      },
    })
    const socket = await origin.connect()
    for (let at = 0; at < count; at++) socket.raw.send(`frame ${at}`)
    await expect.poll(() => begun, { timeout: PATIENCE }).toBeGreaterThanOrEqual(most)
    expect(begun).toBe(most)
    const other = await origin.connect()
    other.raw.send("of somebody else")
    await expect.poll(() => begun, { timeout: PATIENCE }).toBe(most + 1)
    gate.resolve()
    await expect.poll(() => served, { timeout: PATIENCE }).toBe(count + 1)
  })

  test("whose handler throws are answered by the gateway itself, and the socket stays open", async () => {
    origin = await openOrigin({
      SendMessage: () => {
        throw new Error("a bug that quotes what was typed")
      },
      Default: echo,
    })
    const socket = await origin.connect()
    socket.raw.send('{"action":"sendMessage"}')
    expect(JSON.parse(await socket.next())).toEqual({
      message: "Internal server error",
      connectionId: origin.gateway.connectionIds[0],
      requestId: expect.any(String),
    })
    socket.raw.send("still here")
    expect(await socket.next()).toBe("still here")
  })

  test("whose handler hangs are answered by the gateway at its timeout", async () => {
    origin = await openOrigin({ Default: () => new Promise(() => {}) }, { quotas: { integrationMs: 50 } })
    const socket = await origin.connect()
    socket.raw.send("hang")
    expect(JSON.parse(await socket.next())).toMatchObject({ message: "Internal server error" })
  })

  test("get no answer from what their handler returns", async () => {
    origin = await openOrigin({ SendMessage: () => ({ statusCode: 200, body: "ignored" }), Default: echo })
    const socket = await origin.connect()
    socket.raw.send('{"action":"sendMessage"}')
    socket.raw.send("marker")
    expect(await socket.next()).toBe("marker")
  })
})

describe("limits", () => {
  test("a frame of 32 KB passes, one byte more closes with 1009", async () => {
    const seen = recorder()
    origin = await openOrigin({ Default: seen.handler })
    const socket = await origin.connect()
    const arrived = seen.next()
    socket.raw.send("x".repeat(32 * 1024))
    expect((await arrived).body).toHaveLength(32 * 1024)
    socket.raw.send("x".repeat(32 * 1024 + 1))
    expect(await socket.closed).toBe(1009)
    expect(seen.events).toHaveLength(1)
  })

  test("a message of many frames passes up to 128 KB and closes with 1009 above", async () => {
    const seen = recorder()
    origin = await openOrigin({ Default: seen.handler })
    const socket = await origin.connect()
    const piece = "x".repeat(32 * 1024)
    const arrived = seen.next()
    for (let at = 0; at < 4; at++) socket.raw.send(piece, { fin: at === 3 })
    expect((await arrived).body).toHaveLength(128 * 1024)
    for (let at = 0; at < 4; at++) socket.raw.send(piece, { fin: false })
    socket.raw.send("x", { fin: true })
    expect(await socket.closed).toBe(1009)
  })

  test("text that is not UTF-8 closes with 1007", async () => {
    const seen = recorder()
    origin = await openOrigin({ Default: seen.handler })
    const socket = await origin.connect()
    socket.raw.send(Buffer.from([0xc3, 0x28]), { binary: false })
    expect(await socket.closed).toBe(1007)
    expect(seen.events).toEqual([])
  })

  test("a silent socket is closed with 1001, one that talks is not", async () => {
    origin = await openOrigin({ Default: echo }, { quotas: { idleMs: 150 } })
    const [silent, talking] = await Promise.all([origin.connect(), origin.connect()])
    const talk = setInterval(() => talking.raw.send("hm"), 30)
    expect(await silent.closed).toBe(1001)
    expect(talking.raw.readyState).toBe(talking.raw.OPEN)
    clearInterval(talk)
    expect(await talking.closed).toBe(1001)
  })

  test("no socket lives longer than its lifetime", async () => {
    origin = await openOrigin({ Default: echo }, { quotas: { lifetimeMs: 100 } })
    const socket = await origin.connect()
    const talk = setInterval(() => socket.raw.readyState === socket.raw.OPEN && socket.raw.send("hm"), 20)
    expect(await socket.closed).toBe(1001)
    clearInterval(talk)
  })
})

describe("@connections", () => {
  test("posts text, tells about a connection and closes it; then it is gone", async () => {
    const gone = recorder()
    origin = await openOrigin({ Disconnect: gone.handler })
    const socket = await origin.connect({ headers: { "User-Agent": "test" } })
    const [id = ""] = origin.gateway.connectionIds
    await post(id, "{}")
    expect(await socket.next()).toBe("{}")

    const told = await origin.management.send(new GetConnectionCommand({ ConnectionId: id }))
    expect(told).toMatchObject({
      ConnectedAt: expect.any(Date),
      LastActiveAt: expect.any(Date),
      Identity: { SourceIp: "127.0.0.1", UserAgent: "test" },
    })

    const disconnected = gone.next()
    await origin.management.send(new DeleteConnectionCommand({ ConnectionId: id }))
    expect(await socket.closed).toBe(1000)
    expect((await disconnected).requestContext).toMatchObject({
      routeKey: "$disconnect",
      eventType: "DISCONNECT",
      disconnectStatusCode: 1000,
      connectionId: id,
    })
    for (const attempt of [
      () => post(id, "late"),
      () => origin.management.send(new GetConnectionCommand({ ConnectionId: id })),
      () => origin.management.send(new DeleteConnectionCommand({ ConnectionId: id })),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: "GoneException", $metadata: { httpStatusCode: 410 } })
  })

  test("answers 413 above 128 KB and passes 128 KB", async () => {
    origin = await openOrigin({})
    const socket = await origin.connect()
    const [id = ""] = origin.gateway.connectionIds
    await post(id, "x".repeat(128 * 1024))
    expect(await socket.next()).toHaveLength(128 * 1024)
    await expect(post(id, "x".repeat(128 * 1024 + 1))).rejects.toMatchObject({ name: "PayloadTooLargeException" })
  })

  test("answers 400 for what is no connection id", async () => {
    origin = await openOrigin({})
    await expect(post("../../etc", "x")).rejects.toMatchObject({ name: "BadRequestException" })
  })

  test("refuses calls that are not signed, and calls of other web sites", async () => {
    origin = await openOrigin({})
    const socket = await origin.connect()
    const [id = ""] = origin.gateway.connectionIds
    const path = `${origin.url}/_gateway/@connections/${encodeURIComponent(id)}`
    const signed = { authorization: "AWS4-HMAC-SHA256 Credential=local" }
    const unsigned = await fetch(path, { method: "POST", body: "x" })
    expect(unsigned.status).toBe(403)
    expect(unsigned.headers.get("x-amzn-errortype")).toBe("ForbiddenException")
    const foreign = { ...signed, origin: "https://evil.example" }
    expect((await fetch(path, { method: "POST", body: "x", headers: foreign })).status).toBe(403)
    expect((await fetch(path, { method: "POST", body: "ours", headers: signed })).status).toBe(200)
    expect(await socket.next()).toBe("ours")
  })

  test("answers 429 for a client that does not read, instead of hoarding its frames", async () => {
    origin = await openOrigin({})
    const socket = await origin.connect()
    const [id = ""] = origin.gateway.connectionIds
    socket.raw.pause()
    const flood = async () => {
      for (;;) await post(id, "x".repeat(128 * 1024))
    }
    await expect(flood()).rejects.toMatchObject({ name: "LimitExceededException" })
    socket.raw.terminate()
  })
})

test("$disconnect tells the code a client left with", async () => {
  const gone = recorder()
  origin = await openOrigin({ Disconnect: gone.handler })
  const socket = await origin.connect()
  const disconnected = gone.next()
  socket.raw.close(4000, "bye")
  expect((await disconnected).requestContext).toMatchObject({
    disconnectStatusCode: 4000,
    disconnectReason: "bye",
  })
})
