import { clip, sentenceCase } from "./gist.ts"
import type { Learned } from "./learn.ts"
import { statement } from "./learn.ts"
import { mirrored } from "./mirror.ts"
import type { Phrases } from "./phrase/phrases.ts"
import { phrases } from "./phrase/phrases.ts"
import type { Language } from "./read/language.ts"
import type { Found } from "./read/quantity.ts"
import { words } from "./read/words.ts"
import type * as Topic from "./topic.ts"

/** One short sentence that shows what was understood, before anything is asked. */
export function affirm(learned: Learned, turn: number, language: Language): string {
  const spoken = phrases[language]
  const { main, notes } = learned
  if (learned.cut) return spoken.briefCut(notes.length)
  if (learned.brief)
    return spoken.brief(
      notes.length,
      notes.some((note) => note.reference !== undefined),
    )
  if (learned.listed >= 3) return spoken.list(notes.length)
  if (!main) return pick(spoken.acknowledgeAnything, turn)
  const said = mirrored(statement(main), language)
  if (main.note.corrects !== undefined) return spoken.corrected(said)
  if (main.vague.length > 0) return pick(spoken.acknowledgeAnything, turn)
  if (said !== undefined) return pick(spoken.affirm[main.note.kind], turn)(said)
  const numbers = main.quantities.slice(0, 2)
  const isCountable =
    numbers.length > 0 && numbers.every(({ denied, unit }) => !denied && unit !== undefined && unit !== "o'clock")
  if (isCountable && COUNTED.has(main.topic)) return pick(spoken.numbers, turn)(sentenceCase(spell(numbers, spoken)))
  const [activity] = main.activities
  if (main.topic === "purpose" && activity) return spoken.about(words(language).lexicon.activities[activity].things)
  return pick(spoken.acknowledge[main.topic] ?? spoken.acknowledgeAnything, turn)
}

const COUNTED = new Set<Topic.ID>(["volume", "users", "budget", "deadline", "retention", "availability", "speed"])

/** "about 40 orders, at most 150 orders" */
const spell = (numbers: Found[], { bounds }: Phrases) =>
  numbers.map(({ unit, bound, raw }) => bounds[bound](clip(`${raw} ${unit}`, 60))).join(", ")

/** The same turn always picks the same wording: a retried reply reads as the first try. */
export function pick<T>(options: readonly T[], turn: number): T {
  const chosen = options[turn % options.length]
  if (chosen === undefined) throw new Error("a list of wordings is empty")
  return chosen
}
