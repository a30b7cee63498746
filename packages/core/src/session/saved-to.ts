import type { Clock } from "../clock.ts"
import * as Schema from "../protocol/session.ts"
import type { Table } from "../table/table.ts"
import { addressIndex, type Head, partitionPrefix } from "./item.ts"
import { find } from "./session.ts"

type Deps = { table: Table; clock: Clock }

/**
 * The sessions saved to an address, given by its fingerprints, that have not expired. The index lags: one saved this second may be missing.
 */
export async function list(deps: Deps, addresses: readonly string[]): Promise<Head[]> {
  const heads: Head[] = []
  for (const address of addresses)
    for await (const { pk } of deps.table.listKeys(addressIndex(address))) {
      const id = Schema.ID.safeParse(pk.slice(partitionPrefix.length))
      const head = id.success ? await find(deps, id.data) : undefined
      if (head?.address === address) heads.push(head)
    }
  return heads
}

/** The one used last. */
export async function latest(deps: Deps, addresses: readonly string[]): Promise<Head | undefined> {
  const heads = await list(deps, addresses)
  return heads.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt)).at(-1)
}
