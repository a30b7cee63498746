import { InvokeCommand } from "@aws-sdk/client-lambda"
import { afterEach, describe, expect, test } from "vitest"
import { Lambda } from "../src/lambda.ts"
import { call, inProcess } from "../src/lambda-handler.ts"
import { type Origin, openOrigin } from "./origin.ts"

let origin: Origin | undefined
afterEach(async () => {
  await origin?.close()
  origin = undefined
})

const invoke = (to: Origin, name: string, type: "Event" | "RequestResponse" | "DryRun", payload: unknown) =>
  to.invoker.send(
    new InvokeCommand({ FunctionName: name, InvocationType: type, Payload: Buffer.from(JSON.stringify(payload)) }),
  )

describe("Invoke", () => {
  test("answers with the result, or with the class of the error and none of its words", async () => {
    origin = await openOrigin({
      Double: (event) => ({ twice: 2 * (event as { n: number }).n }),
      Fail: () => {
        throw new RangeError("secret words")
      },
    })
    const answer = await invoke(origin, "Double", "RequestResponse", { n: 21 })
    expect(answer.StatusCode).toBe(200)
    expect(answer.Payload?.transformToString()).toBe('{"twice":42}')
    const failure = await invoke(origin, "Fail", "RequestResponse", {})
    expect(failure.FunctionError).toBe("Unhandled")
    expect(JSON.parse(failure.Payload?.transformToString() ?? "")).toEqual({
      errorType: "RangeError",
      errorMessage: "The function failed.",
    })
  })

  test("of an event is accepted with 202 before the function has done anything", async () => {
    const started = Promise.withResolvers<unknown>()
    const end = Promise.withResolvers<void>()
    origin = await openOrigin({
      Slow: async (event) => {
        started.resolve(event)
        await end.promise
      },
    })
    expect((await invoke(origin, "Slow", "Event", { turn: 1 })).StatusCode).toBe(202)
    expect(await started.promise).toEqual({ turn: 1 })
    end.resolve()
  })

  test("dry-runs without running, and refuses unknown functions, bad JSON and unsigned calls", async () => {
    origin = await openOrigin({ Never: () => expect.unreachable() })
    expect((await invoke(origin, "Never", "DryRun", {})).StatusCode).toBe(204)
    await expect(invoke(origin, "Nobody", "Event", {})).rejects.toMatchObject({ name: "ResourceNotFoundException" })
    const url = `${origin.url}/2015-03-31/functions/Never/invocations`
    const signed = { authorization: "AWS4-HMAC-SHA256 Credential=local" }
    expect((await fetch(url, { method: "POST", body: "{", headers: signed })).status).toBe(400)
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(403)
    expect(origin.lambda.invocations["Never"]).toBe(0)
  })

  test("refuses an event above 1 MB", async () => {
    origin = await openOrigin({ Never: () => expect.unreachable() })
    await expect(invoke(origin, "Never", "Event", "x".repeat(1024 * 1024))).rejects.toMatchObject({
      name: "RequestTooLargeException",
    })
  })
})

describe("an invocation", () => {
  test("shares nothing by reference with its caller", async () => {
    const given = { list: [1] }
    const kept: { list: number[] }[] = []
    const lambda = lambdaOf((event) => {
      const received = event as { list: number[] }
      received.list.push(2)
      kept.push(received)
      return received
    })
    const outcome = await lambda.invoke("F", given)
    kept[0]?.list.push(3)
    expect(given).toEqual({ list: [1] })
    expect(outcome).toEqual({ ok: true, payload: '{"list":[1,2]}' })
  })

  test("has a context of its own with the time that is left", async () => {
    const ids = new Set<string>()
    const lambda = lambdaOf((_event, context) => {
      const { awsRequestId, functionName, getRemainingTimeInMillis } = context as {
        awsRequestId: string
        functionName: string
        getRemainingTimeInMillis(): number
      }
      ids.add(awsRequestId)
      expect(functionName).toBe("F")
      const left = getRemainingTimeInMillis()
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual(1_000)
    })
    expect(await lambda.invoke("F", {})).toEqual({ ok: true, payload: "null" })
    await lambda.invoke("F", {})
    expect(ids.size).toBe(2)
  })

  test("that throws, rejects, hangs or returns what JSON cannot hold is contained", async () => {
    const lambda = lambdaOf((event) => {
      if (event === "throw") throw new Error("no")
      if (event === "reject") return Promise.reject("a string")
      if (event === "hang") return new Promise(() => {})
      return { big: 1n }
    }, 30)
    expect(await lambda.invoke("F", "throw")).toMatchObject({ ok: false, reason: "error", type: "Error" })
    expect(await lambda.invoke("F", "reject")).toMatchObject({ ok: false, reason: "error", type: "string" })
    expect(await lambda.invoke("F", "hang")).toMatchObject({ ok: false, reason: "timeout", type: "Sandbox.Timedout" })
    expect(await lambda.invoke("F", "bigint")).toMatchObject({ ok: false, reason: "error", type: "TypeError" })
  })
})

describe("a function with reserved concurrency", () => {
  test("never runs more at a time, and serves events in order", async () => {
    let running = 0
    let most = 0
    const order: unknown[] = []
    const done = Promise.withResolvers<void>()
    const lambda = new Lambda({
      F: {
        concurrency: 2,
        timeoutMs: 1_000,
        execute: inProcess(async () => async (event) => {
          most = Math.max(most, ++running)
          await new Promise(setImmediate)
          order.push(event)
          running--
          if (order.length === 20) done.resolve()
        }),
      },
    })
    for (let at = 0; at < 20; at++) lambda.enqueue("F", String(at))
    await done.promise
    expect(most).toBe(2)
    expect(order).toEqual([...Array(20).keys()])
  })

  test("drops events that waited longer than its maximum age, by the movable clock", async () => {
    const started = Promise.withResolvers<void>()
    const first = Promise.withResolvers<void>()
    const seen: unknown[] = []
    origin = await openOrigin({})
    const lambda = new Lambda({
      F: {
        concurrency: 1,
        timeoutMs: 1_000,
        maxEventAgeMs: 60_000,
        execute: (event, context, timeoutMs) =>
          call(
            async (value) => {
              seen.push(value)
              started.resolve()
              if (value === "first") await first.promise
            },
            event,
            context,
            timeoutMs,
          ),
      },
    })
    lambda.enqueue("F", '"first"')
    await started.promise
    lambda.enqueue("F", '"too old"')
    origin.clock.advance(60_001)
    lambda.enqueue("F", '"young"')
    first.resolve()
    await lambda.invoke("F", "last")
    expect(seen).toEqual(["first", "young", "last"])
  })
})

const lambdaOf = (handler: (event: unknown, context: unknown) => unknown, timeoutMs = 1_000) =>
  new Lambda({ F: { execute: inProcess(async () => handler), timeoutMs } })
