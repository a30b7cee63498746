import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import * as Settings from "@spec-wizard/core/settings"
import { MAX_ATTEMPTS } from "@spec-wizard/core/turn/worker"
import { functions } from "@spec-wizard/infra/functions"
import { expect, test } from "vitest"
import { DEFAULT } from "../../client/src/timing.ts"
import { ROOT } from "../src/functions.ts"

test("every test and every caller that docs/guarantees.md names is there", () => {
  const page = readFileSync(path.join(ROOT, "docs/guarantees.md"), "utf8")
  const named = [...page.matchAll(/`([\w./-]+\.ts)`/g)].flatMap(([, name]) => name ?? [])
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((name) => !existsSync(path.join(ROOT, "packages", name)))).toEqual([])
})

const SWEEP_MS = { "rate(1 minute)": 60_000 }
const { leaseMs } = Settings.parse({})

test("what a client missed it asks for within 5 s in a turn, and within 30 s otherwise", () => {
  expect(DEFAULT.syncTurnMs).toBeLessThanOrEqual(5_000)
  expect(DEFAULT.syncIdleMs).toBeLessThanOrEqual(30_000)
})

test("a turn all of whose workers die is found to be over within 120 s when a client is there, within 240 s when none is", () => {
  /** Each attempt's lease runs out; whoever looks next starts the next one, or ends the turn. */
  const worst = (lookEveryMs: number) => MAX_ATTEMPTS * (leaseMs + lookEveryMs)
  expect(worst(DEFAULT.syncTurnMs)).toBeLessThanOrEqual(120_000)
  expect(worst(SWEEP_MS[functions.Sweep.schedule])).toBeLessThanOrEqual(240_000)
})
