import { existsSync } from "node:fs"
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"

const packages = fileURLToPath(new URL("../../", import.meta.url))
const web = path.join(packages, "web")

/** Where the built page lies. */
export const SITE = path.join(web, "dist")

/** Builds the page when it is missing or older than what it is made of. Says what it does; never throws, for the API works without it. */
export async function buildSite(say: (line: string) => void): Promise<void> {
  const hasSources = existsSync(path.join(web, "index.html")) && existsSync(path.join(web, "vite.config.ts"))
  if (!hasSources || !(await isStale())) return
  say("building the web page …")
  const { NODE_ENV } = process.env
  const fresh = path.join(web, "node_modules", `.site-${process.pid}`)
  try {
    const { build } = await import("vite") // slow to load, and mostly not needed
    await build({ root: web, logLevel: "warn", build: { outDir: fresh, emptyOutDir: true } })
    await replace(SITE, fresh)
  } catch (error) {
    say(`the web page could not be built: ${error instanceof Error ? error.message.split("\n")[0] : "unknown error"}`)
  } finally {
    await rm(fresh, { recursive: true, force: true })
    // Vite sets it for itself; the handlers keep theirs.
    if (NODE_ENV === undefined) delete process.env["NODE_ENV"]
    else process.env["NODE_ENV"] = NODE_ENV
  }
}

/** A build appears whole: what a killed one left behind is never taken for the page. */
async function replace(target: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`
  await mkdir(target, { recursive: true })
  await rename(target, old)
  await rename(fresh, target)
  await rm(old, { recursive: true, force: true })
}

async function isStale(): Promise<boolean> {
  const built = await stat(path.join(SITE, "index.html")).catch(() => undefined)
  if (!built) return true
  const sources = ["web", "client", "core"].map((name) => path.join(packages, name))
  const times = await Promise.all([
    ...sources.map((directory) => newest(path.join(directory, "src"))),
    newest(path.join(web, "public")),
    ...["index.html", "vite.config.ts", "package.json"].map((file) => changedAt(path.join(web, file))),
  ])
  return Math.max(...times) > built.mtimeMs
}

async function newest(directory: string): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return Math.max(0, ...(await Promise.all(files.map((file) => changedAt(path.join(file.parentPath, file.name))))))
}

const changedAt = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0
