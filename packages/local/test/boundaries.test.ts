import { execFile } from "node:child_process"
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"

const ROOT = path.resolve(import.meta.dirname, "../../..")

/** One of each forbidden kind: a file, and what it must not import. */
const CROSSED = [
  // packages
  ["packages/core/src/limit/limit.ts", "../../../client/src/index.ts"],
  ["packages/core/src/turn/recover.ts", "../../../chat/src/reply.ts"],
  ["packages/core/src/interviewer/question.ts", "../../../interviewer/src/guided/guided.ts"],
  ["packages/interviewer/src/fallback.ts", "../../chat/src/reply.ts"],
  ["packages/chat/src/begin.ts", "../../sessions/src/router.ts"],
  ["packages/chat/src/relay.ts", "../../local/src/house.ts"],
  ["packages/sessions/src/router.ts", "../../chat/src/reply.ts"],
  ["packages/sessions/src/count.ts", "../../interviewer/src/fallback.ts"],
  ["packages/exports/src/render.ts", "../../sessions/src/deps.ts"],
  ["packages/client/src/log.ts", "@spec-wizard/core/turn"],
  ["packages/client/src/api.ts", "@spec-wizard/core/table"],
  ["packages/web/src/session.ts", "@spec-wizard/core/protocol/http"],
  ["packages/web/src/app.tsx", "../../core/src/id.ts"],
  ["packages/web/src/talk.ts", "../../local/src/house.ts"],
  ["infra/queue.ts", "../packages/core/src/outbox/outbox.ts"],
  ["infra/plan/main.ts", "../../packages/local/src/house.ts"],
  // the browser half of core
  ["packages/core/src/protocol/session.ts", "node:crypto"],
  ["packages/core/src/protocol/http.ts", "@aws-sdk/lib-dynamodb"],
  ["packages/core/src/id.ts", "zod"],
  ["packages/core/src/document/apply.ts", "node:zlib"],
  ["packages/core/src/document/lint.ts", "../table/table.ts"],
  // floors of core
  ["packages/core/src/clock.ts", "./table/table.ts"],
  ["packages/core/src/session/due.ts", "../event/event.ts"],
  ["packages/core/src/event/item.ts", "../cache/reply.ts"],
  ["packages/core/src/device/token.ts", "../access/redeem.ts"],
  ["packages/core/src/submission/audit.ts", "../lifecycle/erase.ts"],
  ["packages/core/src/access/revoke.ts", "../nowhere/nothing.ts"],
  // circles
  ["packages/exports/src/site.ts", "./compose.ts"],
  ["packages/web/src/words/wording.ts", "./words.ts"],
] as const

const KEPT = [
  ["packages/core/src/document/propose.ts", "zod/mini"],
  ["packages/core/src/protocol/turn.ts", "ulid"],
  ["packages/core/src/specification/item.ts", "node:zlib"],
  ["packages/core/src/lifecycle/ledger.ts", "../access/revoke.ts"],
  ["packages/chat/src/default.ts", "@spec-wizard/core/log"],
  ["packages/sessions/src/get-config.ts", "@spec-wizard/core/session"],
  ["packages/client/src/state.ts", "@spec-wizard/core/protocol/turn"],
  ["packages/web/src/day.ts", "@spec-wizard/core/document/readiness"],
  ["packages/local/src/redrive.ts", "@spec-wizard/chat/deps"],
] as const

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "boundaries-"))
  const isCode = (from: string) => !/\/(dist|\.cache|\.bin|\.data|test)$/.test(from)
  for (const part of ["packages", "infra", ".dependency-cruiser.mjs", "package.json"])
    await cp(path.join(ROOT, part), path.join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: isCode,
    })
  await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"))
})
afterAll(() => rm(folder, { recursive: true }))

type Violation = { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }

/** What breaks a rule of `pnpm check`. */
async function violations(): Promise<Violation[]> {
  const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "json", "packages", "infra"]
  const text = await new Promise<string>((resolve) =>
    execFile(
      path.join(ROOT, "node_modules/.bin/depcruise"),
      args,
      { cwd: folder, maxBuffer: 1 << 28 },
      (_, stdout) => resolve(stdout), // it exits with the number of violations
    ),
  )
  const { summary }: { summary: { violations: Violation[] } } = JSON.parse(text)
  return summary.violations
}

test("each planted import that crosses a boundary or closes a circle is found, and there is no other", async () => {
  const nothing = path.join(folder, "packages/core/src/nowhere/nothing.ts")
  await cp(path.join(folder, "packages/core/src/clock.ts"), nothing)
  for (const [file, specifier] of [...CROSSED, ...KEPT]) {
    const target = path.join(folder, file)
    await writeFile(target, `import type {} from "${specifier}"\n${await readFile(target, "utf8")}`)
  }
  const found = (await violations()).map(({ rule, from, to, cycle = [] }) => ({
    what: `${rule.name}: ${from} → ${to}`,
    files: [from, ...cycle.map(({ name }) => name)],
  }))
  const planted: readonly string[] = CROSSED.map(([file]) => file)
  for (const file of planted)
    expect
      .soft(
        found.filter(({ files }) => files.includes(file)),
        file,
      )
      .not.toEqual([])
  const isPlanted = ({ files }: { files: string[] }) => files.some((file) => planted.includes(file))
  expect(found.filter((one) => !isPlanted(one)).map(({ what }) => what)).toEqual([])
}, 300_000)

test("the map in docs/architecture.md shows the floors as they are", async () => {
  const { FLOORS } = (await import(path.join(ROOT, ".dependency-cruiser.mjs"))) as { FLOORS: string[][] } // no types stand beside it
  const rows = [
    ...(await readFile(path.join(ROOT, "docs/architecture.md"), "utf8")).matchAll(/^\| \d+ \| (`[^|]+`) \|/gm),
  ]
  const drawn = rows.map(([, folders = ""]) => folders.replaceAll("`", "").split(" ")).reverse()
  expect(drawn).toEqual(FLOORS)
})
