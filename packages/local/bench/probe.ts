import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import * as z from "zod/mini"

const Probe = z.object({ imported: z.number(), called: z.number(), memoryMb: z.number() })

/** A bundled file, and the folder and environment it is started in. */
export type Startable = { file: string; directory: string; env: Record<string, string> }

const run = async (probe: string, { file, env, directory }: Startable, event?: object): Promise<string> => {
  const options = { env: { ...env, NODE_DISABLE_COMPILE_CACHE: "1" }, cwd: directory }
  const args = [path.join(import.meta.dirname, "child", probe), file, ...(event ? [JSON.stringify(event)] : [])]
  return (await promisify(execFile)(process.execPath, args, options)).stdout
}

/** CPU milliseconds of a fresh process: to the end of the import and, given an `event`, to the end of the first call. */
export const probed = async (one: Startable, event?: object): Promise<z.infer<typeof Probe>> =>
  Probe.parse(JSON.parse(await run("start-probe.mjs", one, event)))

/** Bytes of code that a fresh process reads to the end of its first call. */
export const bytesRead = async (one: Startable, event: object): Promise<number> =>
  Number(await run("bytes-probe.mjs", one, event))
