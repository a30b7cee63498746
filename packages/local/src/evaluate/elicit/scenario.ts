import { Kind, Language } from "@spec-wizard/core/protocol/document"
import * as z from "zod/mini"
import { type Chosen, listKeys, nameOf, readJson } from "../files.ts"

/** What a fact is about. */
export const Aspect = z.enum([
  "people",
  "flow",
  "content",
  "look",
  "data",
  "rule",
  "failure",
  "quality",
  "scope-out",
  "success",
  "limits",
  "integration",
  "migration",
])
export type Aspect = z.infer<typeof Aspect>

const Hidden = z.object({
  aspect: Aspect,
  text: z.string(),
  short: z.string(),
  asked: z.string(),
  cue: z.string(),
  kinds: z.array(Kind),
})

/** A stakeholder: what they say first, and what they have in mind; evaluation/scenarios/README.md says what the fields mean. */
const Key = z.object({
  language: Language,
  opening: z.string(),
  donated: z._default(z.array(z.object({ text: z.string(), kinds: z.array(Kind) })), []),
  hidden: z.array(Hidden).check(z.minLength(1)),
  change: z.optional(z.object({ of: z.int().check(z.gte(0)), text: z.string() })),
})

export type Scenario = z.infer<typeof Key> & { name: string }

/** @throws {StartError} */
export async function readScenarios(chosen: Chosen): Promise<Scenario[]> {
  const keys = await listKeys("scenarios", chosen)
  return await Promise.all(keys.map(async (place) => ({ ...(await readJson(place, Key)), name: nameOf(place) })))
}
