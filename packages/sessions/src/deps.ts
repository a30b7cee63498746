import { system } from "@spec-wizard/core/clock"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { Downloads } from "@spec-wizard/core/file/download"
import { lazy } from "@spec-wizard/core/lazy"
import { Ledger } from "@spec-wizard/core/lifecycle/ledger"
import * as Queue from "@spec-wizard/core/outbox/queue"
import { KeyRing } from "@spec-wizard/core/secret/key-ring"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { Resource } from "sst"
import * as z from "zod/mini"

/** Beside the settings every package shares. */
const Own = z.object({
  /** SHA-256, hex, comma-separated, of what the CDN may say to the API. Empty: everybody gets in, as on one machine. */
  ORIGIN_SECRET_SHA256: z._default(
    z.string().check(z.regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, "write SHA-256 in hex, with commas between")),
    "",
  ),
})

const patience = () => ({ timeoutMs: Settings.parse(process.env).tableTimeoutMs })

/** The only file of this package that reads `Resource` or the environment. */
export const deps = lazy({
  clock: () => system,
  settings: () => Settings.parse(process.env),
  table: () => new Table({ name: Resource.Table.name, clock: system, ...patience() }),
  ledger: () => new Ledger({ name: Resource.Ledger.name, ...patience() }),
  keyRing: () => new KeyRing({ id: Resource.KeyRing.id, clock: system }),
  enqueue: () =>
    Queue.connect({
      mail: Resource.MailQueue.url,
      export: Resource.ExportQueue.url,
      erasure: Resource.EraseQueue.url,
    }),
  downloads: () =>
    new Downloads({ id: Resource.DownloadKey.id, site: Settings.parse(process.env).siteUrl, clock: system }),
  originHashes: () =>
    Settings.read(Own, process.env)
      .ORIGIN_SECRET_SHA256.split(",")
      .filter(Boolean)
      .map((hash) => Buffer.from(hash, "hex")),
  /** Every device hears of what one of them changes. */
  gateway: () => Gateway.connect(Resource.Chat.managementEndpoint),
  /** Where clients open their sockets. */
  socketUrl: () => Resource.Chat.url,
  stage: () => Resource.App.stage,
})
export type Deps = typeof deps
