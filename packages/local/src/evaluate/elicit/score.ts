import { type Figure, type Part, shareOf } from "../figure.ts"
import { fold } from "../words.ts"
import type { Interview } from "./interview.ts"
import type { Name } from "./metrics.ts"
import { Aspect, type Scenario } from "./scenario.ts"
import { type Reveal, scoreTold } from "./told.ts"

export type Scored = Part<Name> & {
  name: string
  language: Scenario["language"]
  /** Hidden facts that were told, of those there are. */
  aspects: Record<Aspect, Figure>
}

/** How many questions at the end of an interview are looked at on their own. */
const LAST = 5

/** What an interviewer got out of a stakeholder, and how. @throws when the run is not of that scenario */
export function score(interview: Interview, scenario: Scenario): Scored {
  const { turns, closed } = interview
  const questions = turns.flatMap(({ question, asked, told }) =>
    question !== undefined && asked !== undefined ? [{ question, asked, told }] : [],
  )
  const reveals: Reveal[] = turns.flatMap((turn) => {
    const { said, asked, told } = turn
    const fact = told === undefined ? undefined : scenario.hidden[told]
    return fact && said !== undefined && asked !== undefined ? [{ ...turn, said, asked, fact }] : []
  })
  const within = (most: number): Figure => [reveals.filter(({ asked }) => asked <= most).length, scenario.hidden.length]
  const lengths = questions.map(({ question }) => question.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0)
  const folded = questions.map(({ question }) => fold(question).replaceAll(/[^\p{L}\p{N}]+/gu, " "))
  const again = questions.filter((_, at) => folded.indexOf(folded[at] ?? "") < at)
  const told = scoreTold(interview, scenario, reveals)
  const isTold = (fact: Scenario["hidden"][number]) => reveals.some((reveal) => reveal.fact === fact)
  const ofAspect = (aspect: Aspect) => scenario.hidden.filter((fact) => fact.aspect === aspect)
  return {
    name: scenario.name,
    language: scenario.language,
    figures: {
      at5: within(5),
      at10: within(10),
      at12: within(12),
      at25: within(25),
      questions: [questions.length],
      effective: [reveals.length, questions.length],
      lastfive: shareOf(questions.slice(-LAST).map((one) => one.told !== undefined)),
      doubles: [turns.filter(({ marks }) => marks > 1).length],
      words: lengths,
      longest: [Math.max(0, ...lengths)],
      repeated: [again.length],
      silent: [turns.filter(({ silent }) => silent).length],
      closed: shareOf([closed]),
      ...told.figures,
    },
    aspects: Object.fromEntries(
      Aspect.options.map((aspect) => [aspect, shareOf(ofAspect(aspect).map(isTold))]),
    ) as Scored["aspects"], // one entry an aspect
    notes: [
      ...reveals.map(
        ({ asked, question, said, fact }) =>
          `${String(asked).padStart(2)} [${fact.aspect}] ${question}\n       → ${said}`,
      ),
      ...questions
        .filter((one) => one.told === undefined)
        .map(({ asked, question }) => `nothing: ${asked}. ${question}`),
      ...scenario.hidden.filter((fact) => !isTold(fact)).map(({ aspect, text }) => `never told: ${aspect}: ${text}`),
      ...again.map(({ question }) => `asked again: ${question}`),
      ...told.notes,
    ],
  }
}
