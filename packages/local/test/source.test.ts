import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { ROOT } from "../src/functions.ts"

/** What is deployed. */
const PACKAGES = ["core", "interviewer", "chat", "sessions", "exports", "client", "web"]

const sources = PACKAGES.flatMap((name) => {
  const folder = path.join(ROOT, "packages", name, "src")
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      name: path.relative(path.join(ROOT, "packages"), file),
      code: readFileSync(file, "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""), // without what only talks about it
    }))
})

const having = (what: RegExp) => sources.filter(({ code }) => what.test(code)).map(({ name }) => name)
const all = (what: RegExp) => [
  ...new Set(sources.flatMap(({ code }) => [...code.matchAll(what)].map(([, one]) => one))),
]

test("nothing makes code at run time, nor runs another program", () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(having(/\beval\(|new Function\(|node:vm\b|child_process|setTimeout\("|document\.write/)).toEqual([])
})

test("HTML is made of text in one place, behind the sanitiser", () => {
  expect(having(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML/i)).toEqual([
    "web/src/markdown/markdown.tsx",
  ])
  expect(having(/postMessage\(|["']message["'],.*window/)).toEqual([])
})

test("hashes are SHA-256, what is encrypted is AES-256-GCM, and both are Node's", () => {
  const named = /(?:createHash|createHmac|hkdfSync|createCipheriv|createDecipheriv)\(\s*["']([^"']+)["']/g
  expect(all(named).sort()).toEqual(["aes-256-gcm", "sha256"])
  const used = sources.flatMap(
    ({ code }) => code.match(/(?:createHash|createHmac|hkdfSync|create(?:C|Dec)ipheriv)\(/g) ?? [],
  )
  expect(used.length).toBe(sources.flatMap(({ code }) => [...code.matchAll(named)]).length) // none is named elsewhere
  expect(having(/from ["'](?!node:crypto)[^"']*(crypto|cipher|bcrypt|jose|jsonwebtoken)[^"']*["']/)).toEqual([])
})

test("no secret is made of Math.random, which waits and shards are", () => {
  expect(having(/Math\.random/).sort()).toEqual([
    "client/src/timing.ts",
    "core/src/budget/stage.ts",
    "core/src/connection/gateway.ts",
    "core/src/metrics/item.ts",
    "core/src/retrying.ts",
    "core/src/table/table.ts",
    "web/src/tab.ts",
  ])
})

test("certificates are checked everywhere", () => {
  expect(having(/rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/)).toEqual([])
})

test("values reach DynamoDB as values: no expression is put together with one", () => {
  const built = sources.flatMap(({ name, code }) =>
    [...code.matchAll(/\bif: `([^`]*)`/g)].filter(([, text = ""]) => text.includes("${")).map(() => name),
  )
  expect(built).toEqual([])
})
