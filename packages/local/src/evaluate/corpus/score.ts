import type { Part } from "../figure.ts"
import type { Written } from "../run.ts"
import type { Brief } from "./brief.ts"
import { scoreChanges } from "./changes.ts"
import { scoreConservation } from "./conservation.ts"
import { scoreFacts } from "./facts.ts"
import { scoreInvention } from "./invention.ts"
import type { Name } from "./metrics.ts"
import { scorePeople } from "./people.ts"
import { scoreQuestions } from "./questions.ts"
import { read } from "./reading.ts"

export type Scored = Part<Name> & { name: string }

/** What an interviewer made of every sentence of a brief. @throws when the run is not of that brief */
export function score(written: Written, brief: Brief): Scored {
  const reading = read(written, brief)
  const [facts, people, changes, invention, conservation, questions] = [
    scoreFacts(reading),
    scorePeople(reading),
    scoreChanges(reading),
    scoreInvention(reading),
    scoreConservation(reading),
    scoreQuestions(reading),
  ] as const
  const parts = [facts, people, changes, invention, conservation, questions]
  return {
    name: brief.name,
    figures: {
      ...facts.figures,
      ...people.figures,
      ...changes.figures,
      ...invention.figures,
      ...conservation.figures,
      ...questions.figures,
    },
    notes: parts.flatMap(({ notes }) => notes),
  }
}
