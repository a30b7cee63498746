import * as z from "zod/mini"
import { Traced } from "../interviewer/question.ts"
import * as Message from "../protocol/message.ts"
import * as Session from "../protocol/session.ts"
import * as Turn from "../protocol/turn.ts"
import { partition, partitionPrefix } from "../session/item.ts"
import { deflated, inflated } from "../table/deflate.ts"
import type { Condition, Item, Key } from "../table/table.ts"

/** A turn as stored. Times that a lease compares are epoch milliseconds. */
export const Stored = z.object({
  id: Turn.ID,
  sessionId: Session.ID,
  status: Turn.Status,
  /** Leases taken so far. */
  attempt: z.int(),
  /** Raised by whoever takes the turn over; every write of a worker is conditional on it. */
  epoch: z.int(),
  createdAt: z.string(),
  /** The visitor's message that it answers. */
  messageSeq: z.int(),
  /** The turn whose memory it starts from. */
  baseTurnId: z.optional(Turn.ID),
  /** Drafted by one model, revised by another. */
  stages: z.optional(z.literal(2)),
  /** Its message has been answered before, until that was stopped: what it does to the questions has been counted. */
  isRepeated: z.optional(z.boolean()),
  /** It is to be answered with the visitor's own key, which stands nowhere: once that is lost, it cannot be answered. */
  isKeyed: z.optional(z.boolean()),
  /** Where its message came from, as limits and budgets count; gone when it ends. */
  network: z.optional(z.string()),
  /** Who took the last lease: tells a worker whose answer was lost that the lease is its own. */
  holder: z.optional(z.string()),
  leaseUntil: z.optional(z.number()),
  heartbeatAt: z.optional(z.number()),
  stopRequested: z.optional(z.boolean()),
  /** The checkpoint: what was sent so far, a second old at most. */
  text: z.optional(z.string()),
  /** The reply, once it stands in the log: what is left of the turn is for the document alone. */
  reply: z.optional(z.object({ id: Message.ID, seq: z.int() })),
  /** Who answered it, once it is completed. */
  model: z.optional(z.string()),
  promptVersion: z.optional(z.string()),
  /** Why that one stood in for another: the code of its failure. */
  because: z.optional(z.string()),
  /** What of its message was beside the matter, as far as a turn that answered it before could tell. */
  asides: z.optional(z.array(Turn.Aside)),
  /** What the interviewer goes on from, once it has ended: `Learned`, deflated. Read by those alone who need it. */
  learned: z.optional(z.instanceof(Uint8Array)),
  /** Which questions it asked, answered or skipped: once it has ended, for the figures. */
  traced: z.optional(Traced),
})
export type Stored = z.infer<typeof Stored>

/** What an interviewer goes on from. */
export const Learned = z.object({ memory: z.unknown() })
export type Learned = z.infer<typeof Learned>

export const pack = (learned: Learned): Uint8Array => deflated(JSON.stringify(learned))

export function learnedIn({ learned }: Stored): Learned | undefined {
  return learned && Learned.parse(JSON.parse(inflated(learned)))
}

export const turnPrefix = "turn#"

export const key = (sessionId: Session.ID, turnId: Turn.ID): Key => ({
  pk: partition(sessionId),
  sk: `${turnPrefix}${turnId}`,
})

export const keyOf = (turn: Stored): Key => key(turn.sessionId, turn.id)

/** Turn and session are named by the key alone, and the text is deflated: the item is rewritten every second, so it is kept small. */
export const fromItem = ({ pk, sk, text, ...item }: Item): Stored =>
  Stored.parse({
    ...item,
    id: sk.slice(turnPrefix.length),
    sessionId: pk.slice(partitionPrefix.length),
    ...(text instanceof Uint8Array && { text: inflated(text) }),
  })

/** A new turn stands in the list of open ones until it ends. */
export const toItem = ({ id, sessionId, ...turn }: Omit<Stored, "text">): Item => ({
  ...key(sessionId, id),
  ...turn,
  gsi1pk: openShard(shardOf(id)),
  gsi1sk: id,
})

/** The part of a turn that its worker rewrites. */
export const beatOf = (text: string, times: { heartbeatAt: number; leaseUntil: number }) => ({
  text: deflated(text),
  ...times,
})

/** What a turn's end takes off the item. */
export const TRANSIENT = ["gsi1pk", "gsi1sk", "holder", "leaseUntil", "heartbeatAt", "stopRequested", "text", "network"]

/** Nobody has taken it over or ended it since it was read. */
export const unchanged = (turn: Stored): Condition => ({
  if: "#status = :status AND #epoch = :epoch",
  values: { status: turn.status, epoch: turn.epoch },
})

const SHARDS = 8
export const openShards = Array.from({ length: SHARDS }, (_, shard) => openShard(shard))

function openShard(shard: number) {
  return `open#${shard}`
}

/** By the id's last character, which is random. */
function shardOf(id: Turn.ID): number {
  return id.charCodeAt(id.length - 1) % SHARDS
}

/** What a frame that landed was answered. */
export const Answer = z.object({ seq: z.int(), turnId: Turn.ID })
export type Answer = z.infer<typeof Answer>
