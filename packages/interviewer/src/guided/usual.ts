import type * as Topic from "@spec-wizard/core/interviewer/topic"
import * as Ask from "./ask.ts"
import type * as Memory from "./memory.ts"
import type { Language } from "./read/language.ts"

/** Nobody can guess these for a visitor. */
const UNGUESSABLE = new Set<Topic.ID>([
  "purpose",
  "users",
  "scope",
  "payment",
  "reason",
  "success",
  "budget",
  "deadline",
  "volume",
  "terms",
])

/** Which choice is the usual answer where it is not the first: the one that builds least, or promises neither too much nor too little. */
const USUAL: Partial<Record<Topic.ID, number>> = {
  rules: 2,
  exclusions: 2,
  integrations: 2,
  reports: 2,
  devices: 2,
  retention: 1,
  availability: 1,
  accessibility: 1,
  speed: 1,
}

/** What is usually answered to a topic's question. Undefined where nothing is usual. */
export const usual = (memory: Memory.Info, topic: Topic.ID, language: Language): string | undefined =>
  UNGUESSABLE.has(topic)
    ? undefined
    : Ask.phrase(memory, language, { topic, wording: "open" }).choices[USUAL[topic] ?? 0]?.value

/** Topics whose usual answer is put down as an assumption when somebody is not sure. The others are asked about again by whoever reads on. */
const ASSUMABLE = [
  "data",
  "failure",
  "access",
  "permissions",
  "notifications",
  "integrations",
  "privacy",
  "retention",
  "reports",
  "devices",
  "security",
  "availability",
  "accessibility",
  "languages",
  "speed",
] as const satisfies readonly Topic.ID[]
export type Assumable = (typeof ASSUMABLE)[number]

export const isAssumable = (topic: Topic.ID): topic is Assumable => ASSUMABLE.some((one) => one === topic)
