import { createHash, createHmac } from "node:crypto"
import * as z from "zod/mini"
import * as Token from "../device/token.ts"
import * as Link from "../protocol/link.ts"
import * as Session from "../protocol/session.ts"
import type { Key as RingKey } from "../secret/key-ring.ts"
import { partition } from "../session/item.ts"
import type { Item, Key } from "../table/table.ts"

/**
 * A link as stored, under the hash of its token. Neither token nor code stands anywhere: both are made of the link's id and a key that is
 * not in the table, once to store the hash and once to write the mail, so that queue and outbox never hold them.
 */
export const Stored = z.object({
  id: Link.ID,
  /** Whose key of the ring. */
  keyId: z.string(),
  email: z.string(),
  address: z.string(),
  /** Hash of the nonce in the cookie of the browser that asked. */
  browser: z.string(),
  /** Without one it opens the address's latest session. */
  sessionId: z.optional(Session.ID),
  /** A file waits for whoever opens it. */
  isForExport: z.optional(z.boolean()),
  /** By a device that has opened a link of the address before. */
  isKnown: z.optional(z.boolean()),
  /** For the mail's language. */
  locale: z.string(),
  /** Codes that were tried with it. */
  tries: z.int(),
  expiresAt: z.string(),
})
export type Stored = z.infer<typeof Stored>

export const LIFETIME_MS = 600_000
export const MAX_TRIES = 5

export const tokenOf = (key: RingKey, id: Link.ID) =>
  createHmac("sha256", key.bytes).update(`token ${id}`).digest("base64url")

/** Without its dash. */
export const codeOf = (key: RingKey, id: Link.ID) =>
  Link.toCode(createHmac("sha256", key.bytes).update(`code ${id}`).digest())

export const hashOf = Token.hash
export const browserOf = (nonce: string) => createHash("sha256").update(`browser ${nonce}`).digest("base64url")

export const key = (hash: string): Key => ({ pk: `link#${hash}`, sk: "link" })

/** In the session's partition, so that an erasure finds the links that lead to it. */
export const pointerKey = (sessionId: Session.ID, hash: string): Key => ({
  pk: partition(sessionId),
  sk: `link#${hash}`,
})

export const fromItem = (item: Item): Stored => Stored.parse(item)

/** The live links of an address, oldest first, at most three: one item, so that one condition keeps their number. */
export const Live = z.object({
  version: z.int(),
  links: z.array(z.object({ hash: z.string(), browser: z.string(), network: z.string(), expiresAt: z.string() })),
})
export type Live = z.infer<typeof Live>

export const liveKey = (address: string): Key => ({ pk: `address#${address}`, sk: "links" })
