import type { Item, ItemOf } from "@spec-wizard/core/protocol/document"
import { isLive } from "@spec-wizard/core/protocol/document"
import type { Draft } from "@spec-wizard/core/protocol/operation"
import type { Language } from "../read/language.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { add, type Change, isLine } from "./plan.ts"
import { isFree, type View, wordsOf } from "./view.ts"
import type { Group } from "./wording/wording.ts"

/** How many requirements make a group of their own. */
const FEW = 2
/** Older requirements without a group that are looked at; a document rarely has more. */
const MAX_LOOSE = 12

type Drafted = Extract<Draft, { kind: "requirement" }>

/** Requirements about one thing are printed together. What belongs together is our conclusion. */
export function grouped(changes: readonly Change[], making: Making, view: View): Change[] {
  const fresh = changes
    .filter(isLine)
    .filter(({ line }) => line.draft.kind === "requirement" && line.feature === undefined)
  if (fresh.length === 0) return [...changes]
  const replaced = new Set(changes.filter(isLine).map(({ replaces }) => replaces))
  const loose = view
    .of("requirement")
    .filter(
      (item): item is ItemOf<"requirement"> =>
        item.kind === "requirement" &&
        isLive(item) &&
        isFree(item) &&
        item.feature === undefined &&
        !replaced.has(item.id),
    )
    .slice(-MAX_LOOSE)
  const made: Change[] = [...changes]
  const groups = new Map<Group, { lines: Line[]; items: Item[] }>()
  const of = (group: Group) => groups.get(group) ?? groups.set(group, { lines: [], items: [] }).get(group)
  for (const { line } of fresh) of(groupOf(line.draft, making, line))?.lines.push(line)
  for (const item of loose) of(groupOf(item, making))?.items.push(item)
  for (const [group, { lines, items }] of groups) {
    const name = nameOf(group, making)
    const known = view.of("feature").find((item) => item.title === name)
    if (known && !isLive(known)) continue
    if (!known && lines.length + items.length < FEW) continue
    const feature = known ? undefined : featureOf(name, lines, items)
    if (feature) made.unshift(add(feature))
    const id = known?.id ?? feature
    if (id === undefined) continue
    for (const one of lines) Object.assign(one, { feature: id })
    for (const item of items) made.push({ group: { id: item.id, feature: id } })
  }
  return made
}

const nameOf = (group: Group, { wording, things }: Making) =>
  Fit.title(group === "main" ? (things ?? wording.features.main) : wording.features[group])

const featureOf = (name: string, lines: readonly Line[], items: readonly Item[]): Line =>
  line(
    {
      kind: "feature",
      ...told({
        evidence: "inferred",
        sources: [...items, ...lines.map(({ draft }) => draft)]
          .flatMap(({ sources }) => sources.slice(0, 1))
          .slice(0, 4),
      }),
      title: name,
      text: name,
    },
    "feature",
  )

const BY_TOPIC: Readonly<Record<string, Group | undefined>> = {
  access: "access",
  permissions: "access",
  privacy: "access",
  security: "access",
  payment: "payment",
  notifications: "messages",
  reports: "lists",
  failure: "failure",
}

function groupOf(draft: Drafted | Item | Draft, { heard }: Making, line?: Line): Group {
  if (line?.enforces || (draft.kind === "requirement" && draft.ears.if?.includes("RULE-"))) return "limits"
  const topic = line?.topic ?? topicOf(wordsOf(draft), heard.language)
  return (Object.hasOwn(BY_TOPIC, topic) ? BY_TOPIC[topic] : undefined) ?? "main"
}

/** What most of its telling words are about; of two the one that is named first. */
function topicOf(text: string, language: Language): string {
  const scores = new Map<string, number>()
  for (const { label, weight } of words(language).topics(tokens(text)))
    scores.set(label, (scores.get(label) ?? 0) + weight)
  return [...scores].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ""
}
