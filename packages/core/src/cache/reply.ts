import * as z from "zod/mini"
import type { Json } from "../digest.ts"
import * as Log from "../log.ts"
import type * as Session from "../protocol/session.ts"
import { key as headKey, isErased, partition } from "../session/item.ts"
import { deflated, inflated } from "../table/deflate.ts"
import type { Key } from "../table/table.ts"
import { type Deps, keep, look, type Reader } from "./store.ts"

/** `hash` is `digestOf` everything that could make a difference to the reply: model, version of the prompt, settings, messages. */
export type Name = { sessionId: Session.ID; hash: string }

/** An item may have 400 KB, names and all; a reply is seldom larger than ten. */
const MAX_BYTES = 300 * 1024

const Stored = z.object({ packed: z.instanceof(Uint8Array), microUsd: z.int() })

/** In the session's partition: no other session can hit it, and an erasure takes it along. */
const keyFor = ({ sessionId, hash }: Name): Key => ({ pk: partition(sessionId), sk: `cache#${hash}` })

/** What a model answered to the very same question in this session; undefined when it did not, or too long ago. Parse it. */
export const get = (deps: Reader, name: Name): Promise<unknown> =>
  look(deps, "reply", keyFor(name), (item) => {
    const { packed, microUsd } = Stored.parse(item)
    const value: unknown = JSON.parse(inflated(packed))
    return { value, microUsd }
  })

/** Keeps an answer and what it cost. One that is too large is not kept. Never throws. */
export async function put(deps: Deps, name: Name, reply: { value: Json; microUsd: number }): Promise<void> {
  const packed = deflated(JSON.stringify(reply.value))
  if (packed.length > MAX_BYTES) return
  const key = keyFor(name)
  if (!(await keep(deps, "reply", { ...key, packed, microUsd: reply.microUsd }))) return
  try {
    // Written without a condition on the head, which would double its cost: so the look comes after.
    const head = await deps.table.get(headKey(name.sessionId))
    if (!head || isErased(head)) await deps.table.transact([{ delete: key }])
  } catch (error) {
    Log.warn("cache.not_checked", { sessionId: name.sessionId }, error) // the nightly look finds what should not be there
  }
}
