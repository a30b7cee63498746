import { type Item, isLive } from "@spec-wizard/core/protocol/document"
import type { Language } from "../read/language.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import type { Line } from "./line.ts"
import type { Making } from "./making.ts"
import type { Change } from "./plan.ts"
import { type Content, content, isSame, isToldBy } from "./same.ts"
import { isFree, type View, wordsOf } from "./view.ts"

/**
 * Without what stands in the document already, in this message twice, or what the visitor took out in the same words. A quality that gets
 * its number takes the place of the wish; a person of whom more is known is completed.
 */
export function distinct(lines: readonly Line[], { written }: Making, view: View): Change[] {
  const kept: { line: Line; says: Content }[] = []
  const changes: Change[] = []
  const dropped = new Set<Line>()
  for (const line of lines) {
    if ([line.enforces, ...line.blocks].some((other) => other && dropped.has(other))) continue
    const says = content(wordsOf(line.draft))
    const known = view.of(line.draft.kind)
    const twin = known.find(
      (item) =>
        item.state !== "superseded" &&
        (isPerson(line, item, written) || isRepeated(line, says, view.says(item), isLive(item))),
    )
    if (twin) {
      dropped.add(line)
      changes.push(...completed(line, twin))
      continue
    }
    const earlier = kept.find(
      (one) =>
        one.line.draft.kind === line.draft.kind &&
        !differ(one.line, line) &&
        (isToldBy(one.says, says) || (isToldBy(says, one.says) && line.draft.kind === "exclusion")),
    )
    if (earlier && line.draft.kind !== "question") {
      dropped.add(line)
      merge(earlier.line, line)
      continue
    }
    kept.push({ line, says })
    const vague = known.find(
      (item) =>
        isLive(item) &&
        isFree(item) &&
        item.kind === "quality" &&
        line.draft.kind === "quality" &&
        line.draft.threshold !== undefined &&
        item.threshold === undefined &&
        item.category === line.draft.category &&
        view.says(item).numbers.size === 0,
    )
    changes.push({ line, ...(vague && { replaces: vague.id }) })
  }
  return changes
}

function isRepeated({ draft }: Line, says: Content, known: Content, isStanding: boolean): boolean {
  if (draft.kind === "role" || draft.kind === "feature") return isSame(known, says)
  return isStanding ? isToldBy(known, says) && known.words.size > 0 : isSame(known, says)
}

/** What a known person may do, said later. */
function completed({ draft }: Line, item: View["live"][number]): Change[] {
  if (draft.kind !== "role" || item.kind !== "role" || !isFree(item) || !isLive(item)) return []
  const more = (before: readonly string[] | undefined, now: readonly string[] | undefined) =>
    now?.some((one) => !before?.includes(one)) ? [...new Set([...(before ?? []), ...now])].slice(0, 20) : undefined
  const may = more(item.may, draft.may)
  const mayNot = more(item.mayNot, draft.mayNot)
  const count = item.count === undefined ? draft.count : undefined
  if (!may && !mayNot && !count) return []
  return [
    {
      proposal: {
        op: "set",
        id: item.id,
        fields: { ...(may && { may }), ...(mayNot && { mayNot }), ...(count && { count }) },
      },
    },
  ]
}

/** Said twice in one message: one line with both quotes, and the reason whichever gave it. */
function merge(line: Line, again: Line): void {
  const sources = [
    ...line.draft.sources,
    ...again.draft.sources.filter(({ start }) => line.draft.sources.every((one) => one.start !== start)),
  ].slice(0, 20)
  const reason = reasonOf(line) ?? reasonOf(again)
  Object.assign(line, { draft: { ...line.draft, sources, ...(reason && { reason }) } })
}

const reasonOf = ({ draft }: Line) =>
  draft.kind === "exclusion" && "reason" in draft && typeof draft.reason === "string" ? draft.reason : undefined

/** "Fast and easy" are two wishes in one sentence. */
const differ = ({ draft: a }: Line, { draft: b }: Line) =>
  a.kind === "quality" && b.kind === "quality" && a.category !== b.category

/** "Regulars" are customers, too. */
const isPerson = ({ person }: Line, item: Item, written: Language) =>
  person !== undefined &&
  item.kind === "role" &&
  words(written)
    .roles(tokens(item.title ?? item.text))
    .some(({ label }) => label.id === person)
