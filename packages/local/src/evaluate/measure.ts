import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import type * as z from "zod/mini"
import { fromCaller } from "../caller.ts"
import { readJson } from "./files.ts"

/** What a ruler prints, and why it is not content. */
export type Result = {
  subject: string
  tables: string[]
  /** Of each run: what to look at. */
  details: string[]
  misses: string[]
  /** What could not be scored. */
  failed: string[]
}

/** Where runs are kept, and where kept ones are read instead of played. */
export type Keeping = { save: string | undefined; saved: string | undefined }

type Ruler<Key, S extends z.ZodMiniType, Scored> = {
  run: S
  play(key: Key): Promise<z.infer<S>>
  score(run: z.infer<S>, key: Key): Scored
}

/** What could be scored, and the names of what could not; why is told on standard error. */
export async function measure<Key extends { name: string }, S extends z.ZodMiniType, Scored>(
  keys: readonly Key[],
  { save, saved }: Keeping,
  ruler: Ruler<Key, S, Scored>,
): Promise<{ scored: Scored[]; failed: string[] }> {
  const scored: Scored[] = []
  const failed: string[] = []
  for (const key of keys) {
    const file = `${key.name}.json`
    try {
      const run =
        saved === undefined ? await ruler.play(key) : await readJson(path.join(fromCaller(saved), file), ruler.run)
      if (save !== undefined) await keep(fromCaller(save), file, run)
      scored.push(ruler.score(run, key))
    } catch (error) {
      failed.push(key.name)
      process.stderr.write(`FAIL  ${key.name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return { scored, failed }
}

async function keep(folder: string, file: string, run: unknown): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, file), `${JSON.stringify(run, null, 1)}\n`)
}
