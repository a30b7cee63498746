import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { expect, test } from "vitest"

const ROOT = path.resolve(import.meta.dirname, "../../..")

const BIOME = path.join(ROOT, "node_modules/.bin/biome")

/** Whether the linter refuses a file of this path that imports this. For text on its standard input it only says so by its exit code. */
async function refuses(file: string, specifier: string): Promise<boolean> {
  const lint = spawn(BIOME, ["lint", "--only=style/noRestrictedImports", `--stdin-file-path=packages/${file}`], {
    cwd: ROOT,
    stdio: ["pipe", "ignore", "ignore"],
  })
  lint.stdin.end(`import * as it from "${specifier}"\nit.toString()\n`)
  const [code] = await once(lint, "exit")
  return code !== 0
}

test.each([
  ["core/src/clock.ts", "@spec-wizard/chat/reply"],
  ["core/src/clock.ts", "@spec-wizard/client"],
  ["core/src/turn/turn.ts", "../../../chat/src/reply.ts"],
  ["core/src/session/schema.ts", "node:crypto"],
  ["core/src/protocol/http.ts", "@aws-sdk/lib-dynamodb"],
  ["core/src/id.ts", "zod"],
  ["chat/src/begin.ts", "@spec-wizard/sessions/router"],
  ["chat/src/begin.ts", "../../core/src/log.ts"],
  ["sessions/src/router.ts", "@spec-wizard/chat/reply"],
  ["sessions/src/router.ts", "@spec-wizard/local/house"],
  ["client/src/log.ts", "@spec-wizard/core/turn"],
  ["client/src/log.ts", "@spec-wizard/core/turn/worker"],
  ["client/src/log.ts", "@spec-wizard/core/table"],
  ["web/src/title.ts", "@spec-wizard/core/id"],
  ["web/src/title.ts", "../../core/src/id.ts"],
])("%s may not import %s", async (file, specifier) => {
  expect(await refuses(file, specifier)).toBe(true)
})

test.each([
  ["chat/src/begin.ts", "@spec-wizard/core/log"],
  ["sessions/src/router.ts", "@spec-wizard/core/session"],
  ["client/src/log.ts", "@spec-wizard/core/protocol/http"],
  ["client/src/log.ts", "@spec-wizard/core/turn/schema"],
  ["web/src/title.ts", "@spec-wizard/client"],
])("%s may import %s", async (file, specifier) => {
  expect(await refuses(file, specifier)).toBe(false)
})
