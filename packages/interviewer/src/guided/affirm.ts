import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { clip, sentenceCase } from "./gist.ts"
import type { Learned, Told } from "./learn.ts"
import { statement } from "./learn.ts"
import { mirrored } from "./mirror.ts"
import type { Phrases } from "./phrase/phrases.ts"
import { phrases } from "./phrase/phrases.ts"
import { point } from "./point.ts"
import type { Language } from "./read/language.ts"
import type { Found } from "./read/quantity.ts"
import { words } from "./read/words.ts"

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
  const limited = limitedRule(learned, language)
  if (limited) return spoken.exceptions(echo(limited, language))
  if (learned.tapped?.includes(" ") && main.note.kind !== "exclusion")
    return sentenceCase(pick(spoken.chosen, turn)(mirrored(learned.tapped, language) ?? learned.tapped))
  if (main.note.corrects !== undefined) return spoken.corrected(echo(main, language))
  // The question that follows takes up their word.
  if (main.vague.length > 0) return pick(spoken.measurable, turn)
  const [activity] = main.activities
  if (main.topic === "purpose" && activity && main.tokens.length > MAX_WORDS)
    return spoken.about(words(language).lexicon.activities[activity].things)
  const numbers = main.quantities.slice(0, 2)
  const isCountable =
    numbers.length > 0 && numbers.every(({ denied, unit }) => !denied && unit !== undefined && unit !== "o'clock")
  const said = echo(main, language)
  if (said !== undefined) return pick(isCertain(main) ? spoken.affirm[main.note.kind] : spoken.noted, turn)(said)
  const isLimit = main.note.kind === "rule" && numbers[0]?.bound === "max"
  if (isCountable && (COUNTED.has(main.topic) || isLimit))
    return pick(spoken.numbers, turn)(sentenceCase(spell(numbers, spoken)))
  const known = isTopical(main) ? spoken.acknowledge[main.topic] : undefined
  if (known) return pick(known, turn)
  return isTopical(main)
    ? spoken.acknowledgeTopic(spoken.questions[main.topic].label)
    : pick(spoken.acknowledgeAnything, turn)
}

/** "Whoever is first gets it. Unless … Or if …": a rule with exceptions that may collide. */
function limitedRule({ readings }: Learned, language: Language): Told | undefined {
  const rules = readings.filter(({ note }) => note.kind === "rule")
  const isException = ({ tokens }: Told) =>
    words(language)
      .exceptions(tokens.slice(0, 4))
      .some(({ at }) => at === 0)
  const [first] = rules
  return first && !isException(first) && rules.filter(isException).length >= 2 ? first : undefined
}

/** Words of theirs that an affirmation repeats; with the frame around them it stays at about twelve. */
const MAX_WORDS = 10
const MAX_CHARACTERS = 64

/** The point of what they said, turned to "you". Undefined where an echo would be clumsy. */
export function echo(told: Told, language: Language): string | undefined {
  const spoken = phrases[language]
  const { kind } = told.note
  const needsNumber = told.quantities.length > 0 && NUMERIC.has(kind)
  const found = point(statement(told), language, { fits: isShort, inside: kind === "measure", needsNumber })
  const turned = found && mirrored(found.text, language)
  // One word with no meaning of its own ("Both") would only be parroted.
  if (turned === undefined || !(told.named || turned.includes(" "))) return undefined
  return found?.rest === "exception" ? spoken.withException(turned) : turned
}

const NUMERIC = new Set<Note.Kind>(["measure", "rule", "quality", "constraint"])

const isShort = (text: string) => text.length <= MAX_CHARACTERS && text.split(" ").length <= MAX_WORDS

/** The kind of a statement is named only where its own words show it, not because of the question before it. */
function isCertain({ note: { kind }, quantities, strong, denied }: Told): boolean {
  if (kind === "rule") return strong.has("rules") || quantities.length > 0
  if (kind === "measure") return quantities.length > 0
  if (kind === "exclusion" || denied) return denied && kind === "exclusion"
  return kind !== "summary" && kind !== "journey" && kind !== "goal"
}

const isTopical = ({ isAnswer, topic, strong }: Told) => isAnswer || strong.has(topic)

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
