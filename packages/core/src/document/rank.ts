import type { Evidence, Item, Priority } from "../protocol/document.ts"
import { proof, type Wording } from "./wording.ts"

/** How much somebody said a line is wanted; a guess of ours ranks nothing. */
export const rankOf = ({ priority, guesses }: Pick<Item, "priority" | "guesses">): Priority | undefined =>
  guesses?.priority ? undefined : priority

/** Of a line that was said: whether something in it was not. */
export const isPartlyGuessed = ({ guesses }: Pick<Item, "guesses">): boolean =>
  guesses?.priority === true || (guesses?.steps?.length ?? 0) > 0

const guess: { evidence: Evidence } = { evidence: "inferred" }

/** What is printed of it, with the word that it is a guess. */
export function rank(
  { priority, guesses }: Pick<Item, "priority" | "guesses">,
  wording: Pick<Wording, "labels" | "evidence">,
): string[] {
  if (!priority) return []
  return [guesses?.priority ? `${wording.labels[priority]} (${proof(guess, wording)})` : wording.labels[priority]]
}

/** Steps, and at each that nobody told the word that it is a guess. */
export const told = (
  steps: readonly string[],
  { guesses }: Pick<Item, "guesses">,
  wording: Pick<Wording, "evidence">,
): string[] => steps.map((step) => (guesses?.steps?.includes(step) ? `${step} (${proof(guess, wording)})` : step))
