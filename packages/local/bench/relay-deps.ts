import type { Deps } from "@spec-wizard/chat/deps"
import { system } from "@spec-wizard/core/clock"
import type * as Connection from "@spec-wizard/core/connection"
import type { Gateway } from "@spec-wizard/core/connection/gateway"
import * as Id from "@spec-wizard/core/id"
import * as Settings from "@spec-wizard/core/settings"
import { type Item, Table } from "@spec-wizard/core/table"

/** What a handler of the chat reaches for, with the outside wall where the measurement ends. */
export const depsOf = (gateway: Gateway, table: Table = new Table({ name: "none", clock: system })): Deps => ({
  clock: system,
  settings: Settings.parse({}),
  table,
  gateway,
  sealKey: "",
  start: async () => {},
})

/** Answers every question at once, with the same item. */
export class InstantTable extends Table {
  readonly #item: Item

  constructor(item: Item) {
    super({ name: "none", clock: system })
    this.#item = item
  }

  override async get(): Promise<Item> {
    return this.#item
  }
}

export const newConnection = (): Connection.Info => ({
  connectionId: `${Id.create("ses", Date.now()).slice(-11)}=`,
  sessionId: Id.create("ses", Date.now()),
  deviceId: Id.create("dev", Date.now()),
  createdAt: new Date().toISOString(),
})
