import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { Language } from "@spec-wizard/core/protocol/document"
import * as z from "zod/mini"
import { fromCaller } from "../caller.ts"
import { StartError } from "../settings.ts"
import { readBrief } from "../talk/brief.ts"

const Stems = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))

/** What a good interviewer makes of the brief beside it, and what the visitor answers. */
const Expected = z.strictObject({
  language: Language,
  /** One line of the document says each: it has a stem of every group. */
  find: z
    .array(z.strictObject({ name: z.string(), words: z.array(Stems).check(z.minLength(1)) }))
    .check(z.minLength(1)),
  /** Two things the brief says that cannot both hold; `say` settles it. */
  contradictions: z._default(
    z.array(z.strictObject({ name: z.string(), sides: z.tuple([Stems, Stems]), say: z.string() })),
    [],
  ),
  /** What a question is about, by its words, and what the visitor knows of it, told bit by bit. */
  facts: z.array(z.strictObject({ topic: z.string(), asked: Stems, say: z.array(z.string()).check(z.minLength(1)) })),
  /** What the visitor will not talk about. */
  skips: z._default(z.array(z.strictObject({ topic: z.string(), asked: Stems })), []),
})

export type Brief = z.infer<typeof Expected> & {
  name: string
  /** What the visitor says first, whatever is asked. */
  messages: string[]
}

/** The briefs of this project. */
const BRIEFS = path.resolve(import.meta.dirname, "../../evaluation")

/** `files` count from where the person called; none means all of ours, by name. @throws {StartError} */
export async function readBriefs(files: readonly string[]): Promise<Brief[]> {
  const ours = async () => (await readdir(BRIEFS)).filter((name) => name.endsWith(".md")).sort()
  const places = files.length > 0 ? files : (await ours()).map((name) => path.join(BRIEFS, name))
  return await Promise.all(places.map(read))
}

async function read(file: string): Promise<Brief> {
  const messages = await readBrief(file)
  const beside = fromCaller(file.replace(/\.md$/, ".json"))
  try {
    const expected = Expected.parse(JSON.parse(await readFile(beside, "utf8")))
    return { ...expected, name: path.basename(file, ".md"), messages }
  } catch (error) {
    const [issue] = error instanceof z.core.$ZodError ? error.issues : []
    const why = issue ? `${issue.path.join(".")}: ${issue.message}` : "it is missing, or no JSON"
    throw new StartError(`What is expected of ${file} cannot be read from ${beside}: ${why}.`)
  }
}
