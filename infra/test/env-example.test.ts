import { readFileSync } from "node:fs"
import { glob, readFile } from "node:fs/promises"
import path from "node:path"
import * as Settings from "@spec-wizard/core/settings"
import { expect, test } from "vitest"
import { ROOT } from "../bundle/bundle.ts"

/** Of pnpm, Lambda, test runners and programs that run models. */
const SET_BY_OTHERS = ["INIT_CWD", "LAMBDA_TASK_ROOT", "LLAMA_ARG_PORT", "NODE_ENV", "OLLAMA_HOST"]

const example = readFileSync(path.join(ROOT, ".env.example"), "utf8")
const named = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name)

/** Names that sources look for in the environment, or say in a schema. */
async function soughtIn(files: string): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob(files, { cwd: ROOT, exclude: (name) => name.includes("node_modules") })) {
    const source = await readFile(path.join(ROOT, file), "utf8")
    const names = source.matchAll(
      /(?:process\.env|\benv|\bgiven)(?:\.|\[")([A-Z][A-Z0-9_]+)\b|^ {2}([A-Z][A-Z0-9_]+): z\._default/gm,
    )
    found.push(...[...names].map(([, read, kept]) => read ?? kept ?? ""))
  }
  return found
}

test("every setting stands in .env.example once, and nothing that is none", async () => {
  const sources = await Promise.all(["infra/*.ts", "sst.config.ts", "packages/*/src/**/*.ts"].map(soughtIn))
  const sought = new Set([...Object.keys(Settings.Info.shape), ...sources.flat()])
  for (const name of SET_BY_OTHERS) sought.delete(name)
  expect([...sought].filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !sought.has(name) && !name.startsWith("AWS_ENDPOINT_URL_"))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})
