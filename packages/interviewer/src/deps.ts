import type { Clock } from "@spec-wizard/core/clock"
import type { Secret } from "@spec-wizard/core/secret"
import type { KeyRing } from "@spec-wizard/core/secret/key-ring"
import type { Settings } from "@spec-wizard/core/settings"
import type { Table } from "@spec-wizard/core/table"

/** What the worker has for whoever answers. */
export type Deps = {
  clock: Clock
  settings: Settings
  table: Table
  keyRing: KeyRing
  /** The server's key for its provider; undefined when it has none. */
  modelKey: Secret<string | undefined>
  /** Whose figures the caches count for. */
  stage: string
}
