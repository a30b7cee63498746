import { access, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { ROOT } from "../bundle/bundle.ts"
import { readApp } from "./app.ts"
import { runNode } from "./child.ts"
import { PlanError } from "./plan.ts"

const SST = path.join(ROOT, "node_modules/sst")

/** Longer ago than any installation takes: its process's id may be somebody else's by now. */
const LONG_AGO_MS = 600_000

/**
 * Whether SST's components and providers stand in `.sst`, of the versions that the workspace and the configuration ask for. SST writes
 * `config.d.ts` after all packages and `provider-lock.json` last, so a killed installation does not pass for a whole one.
 * @see https://github.com/sst/sst/blob/dev/pkg/project/install.go
 */
export async function isInstalled(root = ROOT): Promise<boolean> {
  const platform = path.join(root, ".sst/platform")
  const packageVersion = async (folder: string) => (await json(path.join(folder, "package.json")))?.["version"]
  const isWhole = await access(path.join(platform, "config.d.ts")).then(
    () => true,
    () => false,
  )
  const sst = await readFile(path.join(platform, "version"), "utf8").catch(() => undefined)
  if (!isWhole || sst !== (await packageVersion(SST))) return false
  const { providers } = await readApp(path.join(root, "sst.config.ts"), "dev")
  const lock: unknown = await json(path.join(root, ".sst/provider-lock.json"))
  const locked = Array.isArray(lock) ? lock : []
  for (const [name, { version }] of Object.entries(providers)) {
    const entry = locked.find((each) => each.name === name)
    if (!entry || (version && version !== entry.version)) return false
    const found = await packageVersion(path.join(platform, "node_modules", entry.package))
    if (typeof found !== "string" || found.replace(/^v/, "") !== entry.version) return false // some of Pulumi's say "v5.0.1"
  }
  return true
}

/** Installs them, or waits for whoever is doing so. What an interrupted installation left is thrown away first. */
export async function install(root = ROOT): Promise<void> {
  const state = path.join(root, ".sst")
  const marker = path.join(state, "install.pid")
  await endOf(marker)
  await rm(marker, { force: true })
  if (await isInstalled(root)) return
  await rm(path.join(state, "platform"), { recursive: true, force: true })
  await mkdir(state, { recursive: true })
  const { code, said } = await runNode([path.join(SST, "bin/sst.mjs"), "install", "--stage", "dev", "--print-logs"], {
    cwd: root,
    // SST does not start without a HOME; os.homedir() asks the system for one.
    env: { HOME: os.homedir(), ...process.env, ...installing },
    onStart: (pid) => writeFile(marker, String(pid)),
  })
  await rm(marker, { force: true })
  if (!(await isInstalled(root))) throw new PlanError(`\`sst install\` ended with ${code}: ${reason(said)}`)
}

const installing = {
  // Where the registry is out of reach, npm would wait a minute for each of forty packages before it says so.
  npm_config_fetch_retry_mintimeout: "200",
  npm_config_fetch_retry_maxtimeout: "500",
  SST_NO_BUN: "1",
  SST_SKIP_DEPENDENCY_CHECK: "1",
  SST_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
}

/** From a log of lines like `time=… level=ERROR msg="exited with error" err="npm error code …\nnpm error …"`. */
function reason(log: string): string {
  const [, quoted = log] = /level=ERROR .*err="((?:[^"\\]|\\.)*)"/.exec(log) ?? []
  return quoted.replaceAll("\\n", "\n").replaceAll('\\"', '"').trim()
}

/** Until the installation that left its process's id there is over. */
async function endOf(marker: string): Promise<void> {
  const written = await stat(marker).catch(() => undefined)
  if (!written || Date.now() - written.mtimeMs > LONG_AGO_MS) return
  const pid = Number(await readFile(marker, "utf8").catch(() => ""))
  while (pid > 0 && isAlive(pid)) await sleep(500)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Undefined for a file that is missing or torn. */
async function json(file: string): Promise<Record<string, unknown> | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"))
  } catch {
    return undefined
  }
}
