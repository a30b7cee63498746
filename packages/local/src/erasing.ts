import path from "node:path"
import { system } from "@spec-wizard/core/clock"
import { aboutOf, isGone } from "@spec-wizard/core/lifecycle/gone"
import * as log from "@spec-wizard/core/log"
import * as Outbox from "@spec-wizard/core/outbox"
import { Table } from "@spec-wizard/core/table"
import type { MovableClock } from "./clock.ts"
import { createExpiry } from "./engine/expiry.ts"
import type { Mailbox } from "./engine/mailbox.ts"
import { wiped } from "./engine/wipe.ts"
import { TABLE_NAME } from "./environment.ts"
import { every, startSchedule } from "./schedule.ts"

type Told = Record<string, string> | undefined

/**
 * What AWS does out of sight: what has expired is removed, and of what was erased nothing stays on this machine, neither in the mails that
 * were kept nor in the tables' files. `tell` has the stream told as far as it goes; `told` is how far that was.
 */
export function startErasing(options: {
  clock: MovableClock
  everyMs: number
  dynamodb: string
  mailbox: Mailbox
  /** Where the embedded engine's file lies, which must be there after a restart, too. */
  dataDir: string | undefined
  stream: { tell(): Promise<void>; told(): Told }
}): { stop(): Promise<void> } {
  const { clock, everyMs, mailbox, dataDir, stream } = options
  const expiry = createExpiry(options.dynamodb, TABLE_NAME)
  const table = new Table({ name: TABLE_NAME, clock: system })
  const clean = async () => {
    await stream.tell()
    await forget(table, mailbox)
    const told = stream.told()
    if (dataDir !== undefined && told) await wiped({ file: path.join(dataDir, "table.db"), told })
  }
  const round = async () => {
    await expiry.sweep()
    await clean()
  }
  let last: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).catch((error) => log.warn("erasing.failed", {}, error))
  }
  const schedule = startSchedule(clock, every(everyMs), () => inTurn(round))
  return {
    async stop() {
      schedule.stop()
      if (dataDir !== undefined) inTurn(clean)
      await last
      expiry.stop()
    },
  }
}

/** Whose words a mail has is known by what asked for it. */
export async function aboutOfMail(
  table: Table,
  tags: readonly { Name: string; Value: string }[],
): Promise<string | undefined> {
  const id = Outbox.ID.safeParse(tags.find(({ Name }) => Name === "outbox")?.Value)
  if (!id.success) return undefined
  const stored = await Outbox.find({ table }, id.data)
  return stored && aboutOf(stored.task)
}

async function forget(table: Table, mailbox: Mailbox): Promise<void> {
  const ids = new Set(mailbox.mails.map(({ about }) => about).filter((about) => about !== undefined))
  for (const id of ids)
    if (await isGone({ table }, id)) await mailbox.remove(mailbox.mails.filter(({ about }) => about === id))
}
