import { ulid } from "ulid"
import { type Clock, iso } from "../clock.ts"
import * as Submission from "../protocol/submission.ts"
import { ABSENT, type Table, type Write } from "../table/table.ts"
import { monthOf, partition, range } from "./item.ts"

const MAX_SHOWN = 100

type Deed = Omit<Submission.Act, "at">

/** One line of a submission's history. It holds nothing of what was said, and stays when the rest is erased. */
export const write = (deps: { clock: Clock }, reference: Submission.Reference, deed: Deed): Write =>
  entry(deps, partition(reference), deed)

/** That the owner looked at a month's list, which is no submission's own. */
export async function listed(deps: { table: Table; clock: Clock }, month: string): Promise<void> {
  const pk = `audit#${monthOf(iso(deps.clock.now()))}`
  await deps.table.transact([entry(deps, pk, { who: "operator", did: "listed", month })])
}

/** The newest first. */
export async function list(deps: { table: Table }, reference: Submission.Reference): Promise<Submission.Act[]> {
  const items = await deps.table.query({ ...range(reference, "audit#"), limit: MAX_SHOWN, reverse: true })
  return items.map((item) => Submission.Act.parse(item))
}

function entry({ clock }: { clock: Clock }, pk: string, deed: object): Write {
  const now = clock.now()
  return { put: { pk, sk: `audit#${ulid(now)}`, at: iso(now), ...deed }, when: ABSENT }
}
