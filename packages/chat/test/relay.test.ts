import type * as Connection from "@spec-wizard/core/connection"
import type * as ServerFrame from "@spec-wizard/core/protocol/server-frame"
import { expect, test } from "vitest"
import type { Deps } from "../src/deps.ts"
import { Relay } from "../src/relay.ts"

type Frame = ServerFrame.Delta | ServerFrame.TurnSoFar

const turn = { id: "trn_01J0000000000000000000000A", attempt: 1 } as unknown as ConstructorParameters<typeof Relay>[1] // what a frame carries

const connection = (name: string) =>
  ({ connectionId: name, createdAt: new Date(0).toISOString() }) as unknown as Connection.Info // what posting looks at

/** A gateway, the outside wall, that a test answers for: each post waits until it is settled. */
function gateway() {
  const posts: { to: string; frame: Frame; settle: (outcome: "sent" | "gone" | Error) => void }[] = []
  const waiting: (() => void)[] = []
  const underWay = new Map<string, number>()
  let most = 0
  const post = (to: string, frame: Frame) => {
    const now = (underWay.get(to) ?? 0) + 1
    underWay.set(to, now)
    most = Math.max(most, now)
    return new Promise<"sent" | "gone">((resolve, reject) => {
      const settle = (outcome: "sent" | "gone" | Error) => {
        underWay.set(to, (underWay.get(to) ?? 1) - 1)
        if (outcome instanceof Error) reject(outcome)
        else resolve(outcome)
      }
      posts.push({ to, frame, settle })
      for (const wake of waiting.splice(0)) wake()
    })
  }
  /** The nth post, once it is made. */
  const nth = async (n: number) => {
    for (;;) {
      const found = posts[n]
      if (found) return found
      await new Promise<void>((wake) => waiting.push(wake))
    }
  }
  return { posts, nth, post, mostUnderWay: () => most }
}

function relayTo(wall: ReturnType<typeof gateway>, of: ConstructorParameters<typeof Relay>[1]) {
  const table = { transact: async () => {} }
  const deps = { gateway: { post: wall.post }, clock: { now: () => 0 }, table } as unknown as Deps // all it uses
  return new Relay(deps, of)
}

const textOf = ({ frame }: { frame: Frame }) => frame.text

test("the first text leaves at once, before anything else happens", () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("a")])
  relay.push("Hello")
  expect(wall.posts.map(textOf)).toEqual(["Hello"])
})

test("at most one post is under way to a connection; what came meanwhile goes together in the next", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("a")])
  for (const piece of ["One", " two", " three", " four"]) relay.push(piece)
  const done = relay.finish(5_000)
  ;(await wall.nth(0)).settle("sent")
  ;(await wall.nth(1)).settle("sent")
  await done
  expect(wall.posts.map(textOf)).toEqual(["One", " two three four"])
  expect(wall.mostUnderWay()).toBe(1)
})

test("a slow connection does not hold up another one", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("slow"), connection("quick")])
  relay.push("One")
  wall.posts.find(({ to }) => to === "quick")?.settle("sent")
  relay.push(" two".repeat(300)) // more than 1 KB waits for no window
  expect((await wall.nth(2)).to).toBe("quick")
  relay.abandon()
})

test("after a failed post the same text is sent again at the same offset, so that a client can clip it", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("a")])
  relay.push("One")
  relay.push(" two")
  const done = relay.finish(5_000)
  ;(await wall.nth(0)).settle(Object.assign(new Error("forbidden"), { $metadata: { httpStatusCode: 403 } }))
  ;(await wall.nth(1)).settle("sent")
  await done
  expect(wall.posts.map(({ frame }) => frame)).toMatchObject([
    { type: "delta", offset: 0, text: "One" },
    { type: "delta", offset: 0, text: "One two" },
  ])
})

test("a connection that joins late gets the reply so far, then the rest", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.push("One two")
  relay.add([connection("late")])
  ;(await wall.nth(0)).settle("sent")
  relay.push(" three")
  const done = relay.finish(5_000)
  ;(await wall.nth(1)).settle("sent")
  await done
  expect(wall.posts.map(({ frame }) => frame)).toMatchObject([
    { type: "turn", text: "One two" },
    { type: "delta", offset: 7, text: " three" },
  ])
})

test("one huge piece leaves in frames under 16 KB, and no surrogate pair is split", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("a")])
  relay.push("😀".repeat(10_000))
  const done = relay.finish(5_000)
  let text = ""
  for (let n = 0; text.length < 20_000; n++) {
    const { frame, settle } = await wall.nth(n)
    expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThan(16_384)
    expect(frame.text.isWellFormed()).toBe(true)
    text += frame.text
    settle("sent")
  }
  await done
  expect(text).toBe("😀".repeat(10_000))
})

test("text that JSON has to escape counts as it travels", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("a")])
  relay.push('"\n'.repeat(10_000))
  const { frame } = await wall.nth(0)
  expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThan(16_384)
  relay.abandon()
})

test("a connection that is gone gets nothing more", async () => {
  const wall = gateway()
  const relay = relayTo(wall, turn)
  relay.add([connection("a")])
  relay.push("One")
  const done = relay.finish(5_000)
  ;(await wall.nth(0)).settle("gone")
  await done
  expect(wall.posts).toHaveLength(1)
})

test("nobody listening is no reason to stop: the text is kept", async () => {
  const relay = relayTo(gateway(), turn)
  relay.push("One")
  relay.push(" two")
  await relay.finish(5_000)
  expect(relay.text).toBe("One two")
})
