import { type Clock, iso, ttl } from "../clock.ts"
import type { Table, Write } from "../table/table.ts"
import { key, LIFETIME_MS, Live, liveKey } from "./item.ts"

type One = Live["links"][number]

/** An address has at most so many live links, and so many codes that could be guessed. */
const MAX_LIVE = 3

/** The links that were not replaced; some may have been redeemed, or have expired. */
export async function hashes(deps: { table: Table; clock: Clock }, address: string): Promise<string[]> {
  const item = await deps.table.get(liveKey(address))
  return item ? Live.parse(item).links.map(({ hash }) => hash) : []
}

/**
 * Adds a link. It takes the place of those of the same browser; of a fourth one's own network, else of all, the newest goes: whoever asks
 * again and again from one place replaces their own links, and not that of the owner.
 */
export async function add(deps: { table: Table; clock: Clock }, address: string, link: One): Promise<Write[]> {
  const item = await deps.table.get(liveKey(address))
  const known = item && Live.parse(item)
  const others = await alive(deps, known?.links.filter(({ browser }) => browser !== link.browser) ?? [])
  const kept = others.length < MAX_LIVE ? others : without(others, link.network)
  const now = deps.clock.now()
  const live: Live = { version: (known?.version ?? 0) + 1, links: [...kept, link] }
  const gone = (known?.links ?? []).filter(({ hash }) => !kept.some((one) => one.hash === hash))
  return [
    {
      put: { ...liveKey(address), ...live, ttl: ttl(now + LIFETIME_MS) },
      // An item past its end may still lie there.
      when: known
        ? { if: "#version = :version", values: { version: known.version } }
        : { if: "attribute_not_exists(#pk) OR #ttl <= :now", values: { now: ttl(now) } },
    },
    ...gone.map(({ hash }) => ({ delete: key(hash) })),
  ]
}

function without(links: One[], network: string): One[] {
  const near = links.filter((link) => link.network === network)
  const newest = (near.length > 0 ? near : links).at(-1)
  return links.filter((link) => link !== newest)
}

/** Removes what was asked for an address, down to what has expired and still lies there. */
export async function drop(deps: { table: Table }, address: string): Promise<void> {
  const { pk, sk } = liveKey(address)
  const [item] = await deps.table.query({ pk, from: sk, to: sk, evenExpired: true })
  if (item) await deps.table.deleteAll([...Live.parse(item).links.map(({ hash }) => key(hash)), { pk, sk }])
}

/** Those that were not redeemed and have not expired. */
async function alive(deps: { table: Table; clock: Clock }, links: One[]): Promise<One[]> {
  const now = iso(deps.clock.now())
  const items = await Promise.all(links.map(({ hash }) => deps.table.get(key(hash))))
  return links.filter(({ expiresAt }, index) => items[index] && expiresAt > now)
}
