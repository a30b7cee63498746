import type { Criterion, Evidence, ItemOf } from "../protocol/document.ts"

/** Said, or agreed to. Anything else is a guess of ours, and marked so wherever it stands. */
export const isAgreed = ({ evidence }: { evidence: Evidence }): boolean =>
  evidence !== "inferred" && evidence !== "default"

/** Whether there is a check that somebody said or agreed to. */
export const isChecked = ({ criteria }: Pick<ItemOf<"requirement">, "criteria">): boolean => criteria.some(isAgreed)

/** What would be seen, in one sentence: what was said, or where an older criterion ends. */
export const outcomeOf = ({ text, then = "" }: Pick<Criterion, "text" | "then">): string => text ?? then

export type Step = readonly [part: "given" | "when" | "then", text: string]

const stepsOf = (criterion: Criterion): Step[] =>
  (["given", "when", "then"] as const).flatMap((part): Step[] => {
    const said = criterion[part]
    return said === undefined ? [] : [[part, said]]
  })

/** What somebody said step by step and its text does not say; of an older criterion all of it. */
export const stepsBeside = (criterion: Criterion): Step[] =>
  stepsOf(criterion).filter(([, said]) => !criterion.text?.includes(said))

/** For a format that wants steps: its own where they say all that its text says, or else its text as the outcome. */
export function completed(criterion: Criterion): Step[] {
  const steps = stepsOf(criterion)
  const { text, then } = criterion
  if (then !== undefined && (text === undefined || isCovered(text, steps))) return steps
  return [...steps.filter(([part]) => part !== "then"), ["then", outcomeOf(criterion)]]
}

/** They say all of it but the words that bind them: "when", "then". */
function isCovered(text: string, steps: readonly Step[]): boolean {
  if (!steps.every(([, said]) => text.includes(said))) return false
  const rest = steps.reduce((left, [, said]) => left.replace(said, " "), text)
  return (rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= 3
}
