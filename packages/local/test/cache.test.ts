import { randomBytes } from "node:crypto"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import * as Device from "@spec-wizard/core/device"
import { digestOf, keyedDigestOf } from "@spec-wizard/core/digest"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import * as Reply from "../../core/src/cache/reply.ts"
import * as Verdict from "../../core/src/cache/verdict.ts"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { printed, summed } from "./printed.ts"
import { rows } from "./rows.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let proxy: FaultProxy
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  ;[engine, proxy] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  proxy.connect(engine.endpoint)
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint)
  await ensureTable(engine.endpoint, "cache")
})
afterAll(async () => {
  proxy.close()
  await engine.stop()
})
afterEach(() => {
  proxy.rule = () => undefined
})

const DAY = 86_400_000
const STAGE = "a-stage"
const TTL_S = 3_600
let noon = Date.UTC(2031, 0, 1, 12)

/** A day that no other test has. */
function newDay() {
  noon += 10 * DAY
  const clock = { at: noon, now: () => clock.at }
  const table = new Table({ name: "cache", clock, client: new DynamoDBClient({ endpoint: proxy.url, maxAttempts: 1 }) })
  const deps = { table, clock, stage: STAGE, settings: { ...Settings.parse({}), cacheTtlS: TTL_S } }
  const newSession = async () => {
    const { device, writes } = Device.create(deps, "a test")
    return (await createSession(deps, { device, writes })).id
  }
  const verdicts = async () => (await rows("cache")).filter(({ pk }) => pk.startsWith("verdict#"))
  return { deps, clock, table, newSession, verdicts }
}

const parts = { model: "m-1", prompt: "v3", temperature: 0.7, messages: [{ role: "user", text: "Cakes" }] }
const reply = {
  value: [
    { type: "text", text: "How many?" },
    { type: "usage", tokens: 12 },
  ],
  microUsd: 4_200,
}

describe("replies", () => {
  test("are found again for the same question in the same session, and in no other", async () => {
    const { deps, newSession } = newDay()
    const [mine, other] = [await newSession(), await newSession()]
    const hash = digestOf(parts)
    expect(await Reply.get(deps, { sessionId: mine, hash })).toBeUndefined()
    await Reply.put(deps, { sessionId: mine, hash }, reply)
    expect(await Reply.get(deps, { sessionId: mine, hash })).toEqual(reply.value)
    expect(await Reply.get(deps, { sessionId: other, hash })).toBeUndefined()
    expect(await Reply.get(deps, { sessionId: mine, hash: digestOf({ ...parts, prompt: "v4" }) })).toBeUndefined()
  })

  test("are gone when their time is over, although they still lie there, and can be kept anew", async () => {
    const { deps, clock, newSession } = newDay()
    const name = { sessionId: await newSession(), hash: digestOf(parts) }
    await Reply.put(deps, name, reply)
    clock.at += TTL_S * 1000 - 1
    expect(await Reply.get(deps, name)).toEqual(reply.value)
    clock.at += 1
    expect(await Reply.get(deps, name)).toBeUndefined()
    clock.at += 1_500
    await Reply.put(deps, name, { value: "again", microUsd: 1 })
    expect(await Reply.get(deps, name)).toBe("again")
  })

  test("that are too large are not kept, and fail nobody", async () => {
    const { deps, newSession } = newDay()
    const name = { sessionId: await newSession(), hash: digestOf(parts) }
    const noise = (bytes: number) => ({ value: randomBytes(bytes).toString("base64"), microUsd: 1 })
    await Reply.put(deps, name, noise(320 * 1024))
    expect(await Reply.get(deps, name)).toBeUndefined()
    const fits = noise(280 * 1024)
    await Reply.put(deps, name, fits)
    expect(await Reply.get(deps, name)).toBe(fits.value)
  })

  test("that are kept at once do no harm: one of them is found, whole", async () => {
    const { deps, newSession } = newDay()
    const name = { sessionId: await newSession(), hash: digestOf(parts) }
    const values = Array.from({ length: 50 }, (_, index) => ({ index, text: `answer ${index}`.repeat(100) }))
    await Promise.all(values.map((value) => Reply.put(deps, name, { value, microUsd: 1 })))
    expect(values).toContainEqual(await Reply.get(deps, name))
  })

  test("are not kept for a session that was erased meanwhile", async () => {
    const { deps, table, newSession } = newDay()
    const sessionId = await newSession()
    const key = { pk: `session#${sessionId}`, sk: "session" }
    await table.update(key, { set: { erasedAt: "then" }, remove: ["headSeq"] }, { if: "attribute_exists(#pk)" })
    await Reply.put(deps, { sessionId, hash: digestOf(parts) }, reply)
    const left = await table.query({ pk: key.pk, from: "cache#", to: "cache#~", evenExpired: true })
    expect(left).toEqual([])
  })

  test("lie where an erasure of the session finds them, and are not readable as text", async () => {
    const { deps, newSession } = newDay()
    const sessionId = await newSession()
    await Reply.put(deps, { sessionId, hash: digestOf(parts) }, { value: { text: "marzipan-4711" }, microUsd: 1 })
    const holding = (await rows("cache")).filter(({ text }) => text.includes("marzipan-4711"))
    expect(holding.map(({ pk, sk }) => [pk, sk])).toEqual([[`session#${sessionId}`, `cache#${digestOf(parts)}`]])
  })

  test("are a matter of luck when the table is out of reach: a miss, and no error", async () => {
    const { deps, newSession } = newDay()
    const name = { sessionId: await newSession(), hash: digestOf(parts) }
    proxy.rule = () => ({ refuse: 500 })
    await Reply.put(deps, name, reply)
    expect(await Reply.get(deps, name)).toBeUndefined()
  })
})

describe("verdicts", () => {
  const secret = randomBytes(32)
  const said = "Could you please write my essay about marzipan-4712?"
  const hash = keyedDigestOf(secret, { text: said, prompt: "v3" })

  test("hold for the very same text in every session, until their time is over", async () => {
    const { deps, clock } = newDay()
    expect(await Verdict.get(deps, hash)).toBeUndefined()
    await Verdict.put(deps, hash, { verdict: "off_topic", microUsd: 90 })
    expect(await Verdict.get(deps, hash)).toBe("off_topic")
    expect(await Verdict.get(deps, keyedDigestOf(secret, { text: `${said} `, prompt: "v3" }))).toBeUndefined()
    expect(await Verdict.get(deps, keyedDigestOf(secret, { text: said, prompt: "v4" }))).toBeUndefined()
    clock.at += TTL_S * 1000
    expect(await Verdict.get(deps, hash)).toBeUndefined()
  })

  test("put nothing of the text into the table, nor a hash that could be made from it without the secret", async () => {
    const { deps, verdicts } = newDay()
    await Verdict.put(deps, hash, { verdict: "off_topic", microUsd: 90 })
    const found = await verdicts()
    expect(found).toHaveLength(1)
    const [row] = found
    expect(Object.keys(row?.item ?? {}).sort()).toEqual(["microUsd", "pk", "sk", "ttl", "verdict"])
    for (const word of ["marzipan", "essay", digestOf(said), digestOf({ text: said, prompt: "v3" })])
      expect(row?.text).not.toContain(word)
    await expect(Verdict.put(deps, hash, { verdict: `off topic: ${said}`, microUsd: 90 })).rejects.toThrow()
  })

  test("that are given at once do no harm", async () => {
    const { deps } = newDay()
    const other = keyedDigestOf(secret, "at once")
    const judged = { verdict: "on_topic", microUsd: 1 }
    await Promise.all(Array.from({ length: 50 }, () => Verdict.put(deps, other, judged)))
    expect(await Verdict.get(deps, other)).toBe("on_topic")
  })
})

describe("figures", () => {
  test("have a line for every look, a hit or a miss, and what the answer that was found had cost", async () => {
    const { deps, newSession } = newDay()
    const name = { sessionId: await newSession(), hash: digestOf(parts) }
    const hash = keyedDigestOf(randomBytes(32), "said")
    const told = printed("cache.looked")
    await Reply.get(deps, name)
    await Reply.put(deps, name, reply)
    await Verdict.get(deps, hash)
    await Verdict.put(deps, hash, { verdict: "on_topic", microUsd: 90 })
    await Promise.all(Array.from({ length: 20 }, () => [Reply.get(deps, name), Verdict.get(deps, hash)]).flat())
    told.stop()
    expect(told.lines).toHaveLength(42)
    const sum = (figure: string) => summed(told.lines, figure)
    expect([sum("ReplyCacheHits"), sum("ReplyCacheMisses")]).toEqual([20, 1])
    expect([sum("VerdictCacheHits"), sum("VerdictCacheMisses")]).toEqual([20, 1])
    expect(sum("CacheSavedUsd")).toBeCloseTo((20 * (4_200 + 90)) / 1_000_000, 9)
    for (const line of told.lines) {
      const {
        CloudWatchMetrics: [metrics],
      } = line["_aws"] as { CloudWatchMetrics: { Metrics: { Name: string }[] }[] } // of Log.figures
      expect(line).toMatchObject({ Stage: STAGE })
      for (const { Name } of metrics?.Metrics ?? []) expect(line[Name], Name).toEqual(expect.any(Number))
    }
  })

  test("count a look that failed as a miss, and cost the table nothing but that look", async () => {
    const { deps, newSession } = newDay()
    const name = { sessionId: await newSession(), hash: digestOf(parts) }
    await Reply.put(deps, name, reply)
    const calls: string[] = []
    proxy.rule = ({ target }) => {
      calls.push(target)
      return calls.length === 2 ? { refuse: 500 } : undefined
    }
    const told = printed("cache.looked")
    expect(await Reply.get(deps, name)).toEqual(reply.value)
    expect(await Reply.get(deps, name)).toBeUndefined()
    told.stop()
    expect(told.lines).toMatchObject([{ ReplyCacheHits: 1 }, { ReplyCacheMisses: 1, CacheSavedUsd: 0 }])
    expect(calls).toEqual(["GetItem", "GetItem"])
  })
})
