import { isAgreed } from "@spec-wizard/core/document/criterion"
import { render } from "@spec-wizard/core/document/ears"
import type { Document, Ears, Item } from "@spec-wizard/core/protocol/document"
import type { Draft } from "@spec-wizard/core/protocol/operation"
import { detailsOf } from "../prompt/tools.ts"
import type { Meant } from "./meant.ts"
import type { Raw } from "./value.ts"

/** A line in another's place has what that had, unless it is told otherwise; lists grow by what is new in them. */
export function inherited(change: Meant, old: Item | undefined): Meant {
  const evidence = change.evidence ?? (old && isAgreed(old) && change.sources.length > 0 ? "stated" : "inferred")
  const kind = change.kind ?? (old?.kind === "unsorted" ? undefined : old?.kind)
  if (!old || !kind || kind !== old.kind) return { ...change, evidence, ...(kind && { kind }) }
  const { title, text, priority, rationale, dependsOn } = old
  const fields: Raw = Object.fromEntries(Object.entries(old).filter(([name]) => detailsOf(kind).includes(name)))
  const details = Object.fromEntries(
    Object.entries({ ...fields, ...change.details }).map(([name, value]) => [name, joined(fields[name], value)]),
  )
  const kept = old.kind === "requirement" ? old.criteria.map(({ id: _, ...criterion }) => criterion) : []
  return {
    ...{ text, ...(title && { title }), ...(priority && { priority }), ...(rationale && { rationale }) },
    ...change,
    ...{ kind, evidence, details, dependsOn: [...new Set([...dependsOn, ...(change.dependsOn ?? [])])] },
    criteria: [...(kept as NonNullable<Meant["criteria"]>), ...(change.criteria ?? [])], // a line's own are a model's and more
  }
}

function joined(old: unknown, value: unknown): unknown {
  if (!Array.isArray(old) || !Array.isArray(value)) return value
  const kept = old.filter((one) => !value.some((other) => isAnew(String(one), String(other))))
  return [...new Set([...kept, ...value])]
}

/** So many of the words of two entries are the same when the second says the first anew: "open until 9 pm", "open until 10 pm". */
const SAME = 0.6

function isAnew(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/\p{L}+/gu)))
  if (!a || !b || a.size === 0 || b.size === 0) return false
  return [...a].filter((word) => b.has(word)).length / Math.max(a.size, b.size) >= SAME
}

export function drafted(change: Meant, { language }: Document, old?: Item): Draft {
  const {
    kind,
    title,
    text,
    evidence = "inferred",
    sources,
    priority,
    dependsOn = [],
    rationale,
    ears,
    criteria,
  } = change
  const parts = kind === "requirement" && ears ? sentence(ears) : undefined
  const line = {
    ...change.details,
    ...(kind === "quality" &&
      !change.details?.["category"] &&
      old?.kind === "unsorted" && { category: "functional suitability" }),
    kind,
    text: text ?? (parts && render(parts, language)),
    ...(kind === "requirement" && { ...(parts && { ears: parts }), criteria: criteria ?? [] }),
    evidence,
    sources,
    dependsOn,
    ...(title && { title }),
    ...(priority && { priority }),
    ...(rationale && { rationale }),
  }
  return line as Draft // every line is checked against the schema of its kind before it is taken
}

const PATTERNS = { where: "optional", while: "state", when: "event", if: "unwanted" } as const

/** Which pattern a sentence follows is told by the parts it has. */
export function sentence({
  where,
  while: during,
  when,
  if: unwanted,
  system,
  shall,
}: NonNullable<Meant["ears"]>): Ears {
  const parts = {
    ...(where && { where }),
    ...(during && { while: during }),
    ...(when && { when }),
    ...(unwanted && { if: unwanted }),
  }
  const [first, ...others] = Object.keys(PATTERNS).filter((name) => name in parts) as (keyof typeof PATTERNS)[] // its keys
  const pattern = others.length > 0 ? "complex" : first ? PATTERNS[first] : "ubiquitous"
  return { pattern, ...parts, system, shall }
}
