import { system } from "@spec-wizard/core/clock"
import { lazy } from "@spec-wizard/core/lazy"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { Resource } from "sst"

/** The only file of this package that reads `Resource` or the environment. */
export const deps = lazy({
  clock: () => system,
  settings: () => Settings.parse(process.env),
  table: () => new Table({ name: Resource.Table.name, clock: system }),
  /** Where clients open their sockets. */
  socketUrl: () => Resource.Chat.url,
})
export type Deps = typeof deps
