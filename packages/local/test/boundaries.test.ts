import { execFile } from "node:child_process"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, test } from "vitest"

const ROOT = path.resolve(import.meta.dirname, "../../..")

const CROSSED = [
  ["core/src/clock.ts", "@spec-wizard/chat/reply"],
  ["core/src/limit/limit.ts", "@spec-wizard/client"],
  ["core/src/turn/turn.ts", "../../../chat/src/reply.ts"],
  ["core/src/session/schema.ts", "node:crypto"],
  ["core/src/protocol/http.ts", "@aws-sdk/lib-dynamodb"],
  ["core/src/id.ts", "zod"],
  ["chat/src/begin.ts", "@spec-wizard/sessions/router"],
  ["chat/src/relay.ts", "../../core/src/log.ts"],
  ["sessions/src/router.ts", "@spec-wizard/chat/reply"],
  ["sessions/src/deps.ts", "@spec-wizard/local/house"],
  ["client/src/log.ts", "@spec-wizard/core/turn"],
  ["client/src/reply.ts", "@spec-wizard/core/turn/worker"],
  ["client/src/api.ts", "@spec-wizard/core/table"],
  ["client/src/error.ts", "@spec-wizard/core/specification/change"],
  ["core/src/specification/apply.ts", "node:zlib"],
  ["web/src/title.ts", "@spec-wizard/core/id"],
  ["web/src/app.tsx", "../../core/src/id.ts"],
] as const

const KEPT = [
  ["chat/src/default.ts", "@spec-wizard/core/log"],
  ["sessions/src/get-config.ts", "@spec-wizard/core/session"],
  ["client/src/frame.ts", "@spec-wizard/core/protocol/http"],
  ["client/src/state.ts", "@spec-wizard/core/turn/schema"],
  ["client/src/conversation.ts", "@spec-wizard/core/specification/apply"],
  ["core/src/specification/item.ts", "node:zlib"],
  ["web/src/talk.ts", "@spec-wizard/client"],
  ["web/src/title.tsx", "@spec-wizard/core/specification/readiness"],
] as const

test("the linter refuses every import that crosses a boundary, and no other", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "boundaries-"))
  try {
    const config = JSON.parse(await readFile(path.join(ROOT, "biome.json"), "utf8"))
    await writeFile(path.join(folder, "biome.json"), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }))
    for (const [file, specifier] of [...CROSSED, ...KEPT]) {
      const target = path.join(folder, "packages", file)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, `import * as it from "${specifier}"\n\nit.toString()\n`)
    }
    const said = await new Promise<string>((resolve) =>
      execFile(
        path.join(ROOT, "node_modules/.bin/biome"),
        ["lint", "--reporter=github", "--only=style/noRestrictedImports", "."],
        { cwd: folder },
        (_, stdout, stderr) => resolve(stdout + stderr),
      ),
    )
    const refused = [...CROSSED, ...KEPT].map(([file]) => file).filter((file) => said.includes(file))
    expect(refused).toEqual(CROSSED.map(([file]) => file))
  } finally {
    await rm(folder, { recursive: true })
  }
})
