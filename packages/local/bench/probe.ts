import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import * as z from "zod/mini"

const PROBE = path.join(import.meta.dirname, "child/start-probe.mjs")
const Probe = z.object({ imported: z.number(), called: z.number() })

/** A bundled file, and the folder and environment it is started in. */
export type Startable = { file: string; directory: string; env: Record<string, string> }

/** CPU milliseconds of a fresh process: to the end of the import and, given an `event`, to the end of the first call. */
export async function probed({ file, env, directory }: Startable, event?: object): Promise<z.infer<typeof Probe>> {
  const options = { env: { ...env, NODE_DISABLE_COMPILE_CACHE: "1" }, cwd: directory }
  const args = [PROBE, file, ...(event ? [JSON.stringify(event)] : [])]
  const { stdout } = await promisify(execFile)(process.execPath, args, options)
  return Probe.parse(JSON.parse(stdout))
}
