import { isLive } from "@spec-wizard/core/protocol/document"
import { type Part, shareOf } from "../figure.ts"
import { isOpen, type Line } from "../run.ts"
import { holds, type Span, spanOf } from "../span.ts"
import type { Interview, Turn } from "./interview.ts"
import type { Scenario } from "./scenario.ts"

/** A turn that told a hidden fact. */
export type Reveal = Turn & { said: string; asked: number; fact: Scenario["hidden"][number] }

/** What became of the told facts in the document. */
export function scoreTold(
  { turns, messages, items }: Interview,
  scenario: Scenario,
  reveals: readonly Reveal[],
): Part<"quoted" | "kind" | "donated" | "changed"> {
  if (messages.length === 0)
    return { figures: { quoted: [0, 0], kind: [0, 0], donated: [0, 0], changed: [0, 0] }, notes: [] }
  const visitor = messages.filter(({ role }) => role === "visitor")
  const live = items.filter(isLive)
  const change = turns.find((turn) => turn.change)
  const told = reveals.map(({ said, fact }) => {
    const span = spanOf(visitor, said)
    const isOld = change !== undefined && scenario.hidden[scenario.change?.of ?? -1] === fact
    const lines = isOld ? items.filter(({ state }) => state !== "retired") : live
    const fitting = lines.filter(({ kind }) => fact.kinds.includes(kind))
    const around = lines.filter(({ sources }) => sources.some(({ messageId }) => messageId === span.messageId))
    const where = around.map(({ id, kind }) => `${id} ${kind}`).join(", ")
    return {
      isQuoted: holds(span, lines),
      isFitting: holds(span, fitting),
      unquoted: `not quoted: ${said}`,
      unfitting: `wrong kind (${fact.aspect}): ${where}: ${said}`,
    }
  })
  const donated = scenario.donated.map(({ text, kinds }) => ({
    text,
    isFitting: holds(
      spanOf(visitor, text),
      live.filter(({ kind }) => kinds.includes(kind)),
    ),
  }))
  const old = scenario.hidden[scenario.change?.of ?? -1]
  const changed =
    change?.said !== undefined && old !== undefined
      ? judgeChange(live, spanOf(visitor, old.text), spanOf(visitor, change.said))
      : undefined
  return {
    figures: {
      quoted: shareOf(told.map(({ isQuoted }) => isQuoted)),
      kind: shareOf(told.map(({ isFitting }) => isFitting)),
      donated: shareOf(donated.map(({ isFitting }) => isFitting)),
      changed: shareOf(changed ? [changed.isHonoured] : []),
    },
    notes: [
      ...told.flatMap(({ isQuoted, isFitting, unquoted, unfitting }) => [
        ...(isQuoted ? [] : [unquoted]),
        ...(isFitting ? [] : [unfitting]),
      ]),
      ...donated.filter(({ isFitting }) => !isFitting).map(({ text }) => `of the opening, wrong kind: ${text}`),
      ...(changed?.notes ?? []),
    ],
  }
}

/** The old no longer stands and the new does, or both are shown as open. */
function judgeChange(live: readonly Line[], before: Span, after: Span): { isHonoured: boolean; notes: string[] } {
  const stands = live.filter(
    (line) => !isOpen(line) && line.kind !== "unsorted" && holds(before, [line]) && !holds(after, [line]),
  )
  const areOpen = live.some((line) => isOpen(line) && holds(before, [line]) && holds(after, [line]))
  const areDisputed = [before, after].every((span) =>
    live.some((line) => line.state === "disputed" && holds(span, [line])),
  )
  const isHonoured = areOpen || areDisputed || (stands.length === 0 && holds(after, live))
  return {
    isHonoured,
    notes: isHonoured ? [] : [`change ignored: ${stands.map(({ id }) => id).join(" ")}: ${after.phrase}`],
  }
}
