import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import * as z from "zod/mini"
import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"

/** What the project measures with. */
const OURS = path.resolve(import.meta.dirname, "../../../../evaluation")

export type Chosen = { folders: readonly string[]; only: string }

/** The places of the JSON files in the chosen folders (ours, unless others are named) whose name holds `only`, by name. @throws {StartError} */
export async function listKeys(ours: "briefs" | "scenarios", { folders, only }: Chosen): Promise<string[]> {
  const places = folders.length > 0 ? folders.map(fromCaller) : [path.join(OURS, ours)]
  const found = await Promise.all(places.map(listed))
  const keys = found.flat().filter((place) => place.endsWith(".json") && nameOf(place).includes(only))
  if (keys.length === 0) throw new StartError(`There are no ${ours} in ${places.join(", ")} to measure with.`)
  return keys.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

async function listed(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new StartError(`The folder ${folder} cannot be read.`)
  })
  return names.map((name) => path.join(folder, name))
}

export const nameOf = (place: string): string => path.basename(place, ".json")

/** @throws {StartError} naming what is wrong with it, never what stands in it */
export async function readJson<S extends z.ZodMiniType>(place: string, schema: S): Promise<z.infer<S>> {
  try {
    return schema.parse(JSON.parse(await readFile(place, "utf8")))
  } catch (error) {
    const [issue] = error instanceof z.core.$ZodError ? error.issues : []
    const why = issue ? `${issue.path.join(".")}: ${issue.message}` : "it is missing, or no JSON"
    throw new StartError(`${place} cannot be read: ${why}.`)
  }
}
