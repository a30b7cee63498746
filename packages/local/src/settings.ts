import * as Settings from "@spec-wizard/core/settings"
import * as z from "zod/mini"

/** A reason not to start that the person at the terminal can act on: one line, no stack. */
export class StartError extends Error {}

const Info = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)), 8787),
  DATA_DIR: z._default(z.string(), ".data"),
  SWEEP_MS: z._default(z.coerce.number().check(z.int(), z.gte(10)), 60_000),
  /** Where replies are written: in this process, or each in a process of its own that a test can kill. */
  LOCAL_WORKERS: z._default(z.enum(["inline", "process"]), "inline"),
})

export type LocalSettings = { port: number; dataDir: string; sweepMs: number; workers: "inline" | "process" }

/** @throws {StartError} naming the wrong setting, never its value. */
export function parse(env: Record<string, string | undefined>): LocalSettings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  )
  const result = Info.safeParse(given)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new StartError(`Setting ${issue?.path.join(".")} is not usable: ${issue?.message}. See .env.example.`)
  }
  try {
    Settings.parse(env)
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : "A setting is not usable. See .env.example.")
  }
  const { PORT: port, DATA_DIR: dataDir, SWEEP_MS: sweepMs, LOCAL_WORKERS: workers } = result.data
  return { port, dataDir, sweepMs, workers }
}
