import { assertAffordable } from "@spec-wizard/core/budget/afford"
import * as Settings from "@spec-wizard/core/settings"
import * as z from "zod/mini"

/** A reason not to start that the person at the terminal can act on: one line, no stack. */
export class StartError extends Error {
  constructor(message: string) {
    super(message.replace(/\s*\n\s*/g, " "))
  }
}

const Info = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)), 8787),
  DATA_DIR: z._default(z.string(), ".data"),
  SWEEP_MS: z._default(z.coerce.number().check(z.int(), z.gte(10)), 60_000),
  /**
   * Where functions run: `inline`, in this process; `process`, the same, but each reply in a process of its own; `bundled`, all in processes
   * of their own, as they are deployed.
   */
  LOCAL_WORKERS: z._default(z.enum(["inline", "process", "bundled"]), "inline"),
})

export type Workers = z.infer<typeof Info>["LOCAL_WORKERS"]

export type LocalSettings = { port: number; dataDir: string; sweepMs: number; workers: Workers }

/** @throws {StartError} naming the wrong setting, never its value. */
export function parse(env: Record<string, string | undefined>): LocalSettings {
  try {
    const { PORT: port, DATA_DIR: dataDir, SWEEP_MS: sweepMs, LOCAL_WORKERS: workers } = Settings.read(Info, env)
    const settings = Settings.parse(env)
    assertAffordable(settings)
    // Here calls are signed with keys of this machine, which AWS does not know.
    if (settings.model?.provider === "bedrock" && settings.model.baseUrl === undefined)
      throw new Error(
        "Setting MODEL_BASE_URL is missing: Bedrock itself is asked where this is deployed. See .env.example.",
      )
    return { port, dataDir, sweepMs, workers }
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : "A setting is not usable. See .env.example.")
  }
}
