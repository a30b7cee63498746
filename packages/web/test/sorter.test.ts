import { ApiError, type ChatState } from "@spec-wizard/client"
import { apply } from "@spec-wizard/core/document/apply"
import type { Document } from "@spec-wizard/core/protocol/document"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import { expect, test } from "vitest"
import { preview, type Wishes } from "../src/document/preview.ts"
import { createSorter } from "../src/document/sorter.ts"
import { waitingIn } from "../src/document/waiting.ts"
import type { Talk } from "../src/talk.ts"
import { documentOf, unsorted } from "./document.ts"

const conflict = () => new ApiError({ status: 409, code: "specification.conflict", detail: "No." })

/** A server that keeps one document, and the page's view of it, which hears of a change when `hear` says so, or at once. */
function serve(first: Document, { isLate = false } = {}) {
  let [kept, shown] = [first, first]
  const asked: Edit[][] = []
  const listeners = new Set<() => void>()
  const hear = () => {
    shown = kept
    for (const listener of listeners) listener()
  }
  /** As somebody else may, too. */
  const sort = (edits: readonly Edit[]) => {
    const wishes: Wishes = new Map(edits.flatMap((edit) => (edit.op === "sort" ? [[edit.id, edit.kind]] : [])))
    kept = { ...preview(kept, wishes), version: kept.version + 1 }
  }
  const talk: Pick<Talk, "state" | "edit" | "subscribe"> = {
    get state() {
      return { document: shown, patches: [] } as unknown as ChatState // all that sorting looks at
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async edit(edits) {
      asked.push([...edits])
      await Promise.resolve()
      if (shown.version !== kept.version) throw conflict()
      sort(edits)
      if (!isLate) hear()
    },
  }
  return {
    talk: talk as Talk,
    asked,
    hear,
    sort,
    get kept() {
      return kept
    },
  } // nothing else of it is used
}

function watched(talk: Talk) {
  const told = { wishes: [] as number[], sorted: [] as string[], refused: [] as unknown[] }
  const sort = createSorter(talk, {
    wishes: (wishes) => told.wishes.push(wishes.size),
    sorted: (ids) => told.sorted.push(...ids),
    refused: (cause) => told.refused.push(cause),
  })
  const settled = () => expect.poll(() => told.wishes.at(-1)).toBe(0)
  return { told, sort, settled }
}

const three = () => documentOf(unsorted("U-1"), unsorted("U-2"), unsorted("U-3"))
const kindsOf = ({ items }: Document) =>
  items
    .filter(({ state }) => state === "accepted")
    .map(({ id }) => id)
    .sort()

test("several lines at once are one request, and so one version", async () => {
  const server = serve(three())
  const { told, sort, settled } = watched(server.talk)
  sort(["U-1", "U-3"], "requirement")
  await settled()
  expect(server.asked).toHaveLength(1)
  expect(kindsOf(server.kept)).toEqual(["FR-1", "FR-2", "U-2"])
  expect(told).toMatchObject({ sorted: ["U-1", "U-3"], refused: [] })
})

test("quick taps never collide: what is tapped while a request is under way goes together with the next", async () => {
  const server = serve(three())
  const { told, sort, settled } = watched(server.talk)
  sort(["U-1"], "requirement")
  sort(["U-2"], "context")
  sort(["U-3"], "rule")
  await settled()
  expect(server.asked.map((edits) => edits.length)).toEqual([1, 2])
  expect(kindsOf(server.kept)).toEqual(["CTX-1", "FR-1", "RULE-1"])
  expect(told).toMatchObject({ sorted: ["U-1", "U-2", "U-3"], refused: [] })
})

test("a line that somebody else has sorted meanwhile is left alone, the others are sorted", async () => {
  const server = serve(three(), { isLate: true })
  const { told, sort, settled } = watched(server.talk)
  server.sort([{ op: "sort", id: "U-1", kind: "exclusion" }])
  sort(["U-1", "U-2"], "requirement")
  await expect.poll(() => server.asked.length).toBe(1)
  server.hear()
  await expect.poll(() => server.asked.length).toBe(2)
  server.hear()
  await settled()
  expect(kindsOf(server.kept)).toEqual(["FR-1", "OUT-1", "U-3"])
  expect(told.sorted).toEqual(["U-2"])
  expect(told.refused).toHaveLength(1)
})

test("what was refused is not shown as done any more", async () => {
  const server = serve(three())
  server.talk.edit = () => Promise.reject(new ApiError({ status: 0, code: "offline", detail: "No." }))
  const { told, sort } = watched(server.talk)
  sort(["U-1", "U-2"], "requirement")
  await expect.poll(() => told.wishes).toEqual([2, 0])
  expect(told).toMatchObject({ sorted: [], refused: [{ code: "offline" }] })
})

test("is shown as the server will have it: the next number, the words, agreed to; what is sorted already stays", () => {
  const said = { messageId: "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV", quote: "It rings", start: 0, end: 8 } as const
  const document = {
    ...documentOf(unsorted("U-1", { text: "It rings", sources: [said] }), unsorted("U-2")),
    used: { requirement: 6 },
  }
  const next = preview(
    document,
    new Map([
      ["U-1", "requirement"],
      ["U-2", "requirement"],
    ]),
  )
  expect(next.items.map(({ id }) => id)).toEqual(["FR-7", "FR-8", "U-1", "U-2"])
  expect(next.items[0]).toMatchObject({ text: "It rings", sources: [said], state: "accepted", evidence: "confirmed" })
  expect(waitingIn(next)).toEqual([])
  expect(preview(next, new Map([["U-1", "rule"]]))).toEqual(next)
  expect(apply(next, [], 1).items).toEqual(next.items)
})
