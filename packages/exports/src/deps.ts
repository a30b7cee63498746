import { system } from "@spec-wizard/core/clock"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { lazy } from "@spec-wizard/core/lazy"
import * as Queue from "@spec-wizard/core/outbox/queue"
import { KeyRing } from "@spec-wizard/core/secret/key-ring"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { Resource } from "sst"
import { Mailer } from "./mail/mailer.ts"

/** The only file of this package that reads `Resource` or the environment. */
const clock = () => system
const settings = () => Settings.parse(process.env)
const table = () => new Table({ name: Resource.Table.name, clock: system })

// Marked pure, so that a bundle which needs one of them drops the others and the AWS clients behind them.

/** For what only writes. */
export const store = /* @__PURE__ */ lazy({ clock, table })

/** For the mailer. */
export const post = /* @__PURE__ */ lazy({
  clock,
  settings,
  table,
  keyRing: () => new KeyRing({ id: Resource.KeyRing.id, clock: system }),
  mailer: () => {
    const { mailFrom } = Settings.parse(process.env)
    return new Mailer({ from: mailFrom, configurationSet: Resource.Mailing.configurationSet })
  },
})
export type Post = typeof post

/** For the eraser. */
export const erasure = /* @__PURE__ */ lazy({
  clock,
  table,
  gateway: () => Gateway.connect(Resource.Chat.managementEndpoint),
})

/** For the sweeper. */
export const queue = /* @__PURE__ */ lazy({
  clock,
  table,
  enqueue: () => Queue.connect({ mail: Resource.MailQueue.url, erasure: Resource.EraseQueue.url }),
})
