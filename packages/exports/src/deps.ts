import { system } from "@spec-wizard/core/clock"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { Files } from "@spec-wizard/core/file"
import { Cdn } from "@spec-wizard/core/file/cdn"
import { lazy } from "@spec-wizard/core/lazy"
import * as Queue from "@spec-wizard/core/outbox/queue"
import { KeyRing } from "@spec-wizard/core/secret/key-ring"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { Resource } from "sst"
import { invokeRender } from "./invoke-render.ts"
import { Mailer } from "./mail/mailer.ts"

/** The only file of this package that reads `Resource` or the environment. */
const clock = () => system
const settings = () => Settings.parse(process.env)
const table = () => new Table({ name: Resource.Table.name, clock: system, timeoutMs: settings().tableTimeoutMs })
const gateway = () => Gateway.connect(Resource.Chat.managementEndpoint)
const files = () => new Files({ name: Resource.Files.name })
const enqueue = () =>
  Queue.connect({
    mail: Resource.MailQueue.url,
    export: Resource.ExportQueue.url,
    erasure: Resource.EraseQueue.url,
  })

// Marked pure, so that a bundle which needs one of them drops the others and the AWS clients behind them.

/** For what SES tells. */
export const told = /* @__PURE__ */ lazy({ clock, settings, table, gateway })

/** For the mailer. */
export const post = /* @__PURE__ */ lazy({
  clock,
  settings,
  table,
  gateway,
  files,
  keyRing: () => new KeyRing({ id: Resource.KeyRing.id, clock: system }),
  mailer: () => {
    const { mailFrom } = Settings.parse(process.env)
    return new Mailer({ from: mailFrom, configurationSet: Resource.Mailing.configurationSet })
  },
})
export type Post = typeof post

/** For the exporter, who has files made. */
export const exporter = /* @__PURE__ */ lazy({
  clock,
  settings,
  table,
  gateway,
  render: () => invokeRender(Resource.Render.name),
})

/** For whoever makes files. */
export const render = /* @__PURE__ */ lazy({ clock, settings, table, gateway, files, enqueue })

/** For the eraser. */
export const erasure = /* @__PURE__ */ lazy({
  clock,
  table,
  gateway,
  files,
  cdn: () => new Cdn({ distribution: Resource.Downloads.distribution }),
})

/** For the sweeper. */
export const queue = /* @__PURE__ */ lazy({ clock, table, enqueue })
