import { randomBytes } from "node:crypto"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Artefact } from "@spec-wizard/infra/artefact"
import * as z from "zod/mini"
import { RUNNER } from "./lambda-process.ts"
import { StartError } from "./settings.ts"

export type Bundles = {
  /** A function's folder lies in it under the function's name. */
  directory: string
  /** The inside of a worker, bundled too: it starts in a fifth of the time. */
  runner: string
  /** Opens every `resource.enc`. */
  key: string
  remove(): Promise<void>
}

const PREFIX = "spec-wizard-bundles-"

/**
 * Bundles functions as they are deployed, into a folder that no other server uses.
 * @throws {StartError} when one of them cannot be bundled
 */
export async function buildBundles(all: Record<string, Artefact>): Promise<Bundles> {
  await removeAbandoned()
  const directory = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`))
  const remove = () => rm(directory, { recursive: true, force: true })
  const runner = path.join(directory, "lambda-runner.mjs")
  const key = randomBytes(32).toString("base64")
  try {
    const { artefacts, bundle, endBundling } = await import("@spec-wizard/infra/bundle") // esbuild, mostly not needed
    await Promise.all([artefacts(all, directory, key), bundle(RUNNER, runner, { plugins: false })]).finally(endBundling)
    return { directory, runner, key, remove }
  } catch (error) {
    await remove()
    throw explained(error)
  }
}

/** What servers left behind that could not clean up. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (pid > 0 && !isRunning(pid))
      await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH" // somebody else's process runs too
  }
}

/** As esbuild fails. */
const BuildFailure = z.object({
  errors: z.array(
    z.object({ text: z.string(), location: z.nullable(z.object({ file: z.string(), line: z.number() })) }),
  ),
})

function explained(error: unknown): unknown {
  const [first] = BuildFailure.safeParse(error).data?.errors ?? []
  if (!first) return error
  const where = first.location ? `${first.location.file}:${first.location.line}: ` : ""
  return new StartError(`A function cannot be bundled: ${where}${first.text}`)
}
