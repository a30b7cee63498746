import type * as Message from "@spec-wizard/core/protocol/message"
import type { Turn } from "./interview.ts"
import type { Hearing, Persona } from "./persona.ts"
import { countMarks, questionOf } from "./question.ts"
import type { Scenario } from "./scenario.ts"
import { talk } from "./talk.ts"

/** How many questions are answered. */
const MOST = 25
/** How many answers a tired visitor gives. */
const PATIENCE = 8
/** How many replies without a question a visitor bears. */
const SILENCE = 3
/** After how many questions a mind is changed, when the last brought nothing; in any case after twice as many. */
const SECOND_THOUGHTS = 3
/** Of what brought nothing, every third question is skipped. */
const SKIPPED = 3

export type Reply = Pick<Message.Info, "text" | "choices">
type Answer = Omit<Turn, "reply" | "marks" | "question">

export type Manner = {
  persona: Persona
  hearing: Hearing /** How often more detail is asked for instead of an end. */
  more: number
}

/** Somebody who reads the last reply alone, and tells a fact only to a question about it, or ends the interview. */
export function createStakeholder(scenario: Scenario, { persona, hearing, more }: Manner) {
  const words = talk[scenario.language]
  const hidden = scenario.hidden.map((fact, place) => ({ ...fact, place, cue: new RegExp(fact.cue, "iu") }))
  /** The number of the question that brought each, by its place. */
  const told = new Map<number, number>()
  let asked = 0
  let answers = 0
  let blanks = 0
  let mores = 0
  let silence = 0
  let isEnding = false
  let isLeaving = false
  let changed: string | undefined

  function tell({ place, short, text }: (typeof hidden)[number]): Answer {
    told.set(place, asked)
    return { said: persona === "terse" ? short : text, told: place, asked }
  }

  function answerOffer(choices: Reply["choices"]): Answer {
    if (persona === "fatigued" || mores >= more) {
      isEnding = true
      return { said: choices?.find(({ value }) => words.wrap.test(value))?.value ?? words.sum, wrap: true }
    }
    mores++
    return { said: choices?.find(({ value }) => words.mores.test(value))?.value ?? words.more, wrap: true }
  }

  /** When enough has been asked since the fact that does not hold any more was told. */
  function changeMind(after: number): Answer | undefined {
    const { change } = scenario
    if (persona !== "changes-mind-once" || !change || changed !== undefined) return undefined
    const toldAt = told.get(change.of)
    if (toldAt === undefined || asked - toldAt < after) return undefined
    changed = change.text
    return { said: changed, asked, change: true }
  }

  function answerBlank(choices: Reply["choices"]): Answer {
    blanks++
    if (blanks % SKIPPED > 0) return { said: words.unsure, asked }
    return { said: choices?.find(({ label }) => words.skips.test(label))?.value ?? words.skip, asked }
  }

  function answerFact(question: string, choices: Reply["choices"]): Answer | undefined {
    const labels = hearing.hasChoices ? (choices ?? []).map(({ label }) => label).join(" ") : ""
    const fact = hidden.find(({ place, cue }) => !told.has(place) && cue.test(`${question} ${labels}`))
    return fact && tell(fact)
  }

  function answerOpen(question: string): Answer | undefined {
    if (!words.open.test(question)) return undefined
    const isLast = words.wrap.test(question)
    if (isLast) isEnding = true
    const next = persona === "generous" ? hidden.find(({ place }) => !told.has(place)) : undefined
    if (next) return tell(next)
    return isLast ? { said: words.all, asked } : undefined
  }

  function respond(question: string, choices: Reply["choices"]): Answer {
    if (words.wrap.test(question) && !words.open.test(question)) return answerOffer(choices)
    if (words.check.test(question)) return { said: words.right, wrap: true }
    asked++
    if (persona === "fatigued" && answers >= PATIENCE) return { said: words.decide, asked }
    answers++
    if (changed !== undefined && words.which.test(question)) return { said: changed, asked }
    return (
      changeMind(2 * SECOND_THOUGHTS) ??
      answerFact(question, choices) ??
      answerOpen(question) ??
      changeMind(SECOND_THOUGHTS) ??
      answerBlank(choices)
    )
  }

  return {
    answer({ text, choices }: Reply): Omit<Turn, "reply"> {
      const question = questionOf(text, hearing.hasParagraph)
      const marks = countMarks(text)
      if (question === undefined) {
        if (isEnding) return { end: asked > 0 ? "closed" : "mute", marks }
        silence++
        if (silence < SILENCE) return { said: words.on, marks, silent: true }
        isEnding = true
        return { said: words.all, marks, silent: true }
      }
      // Whoever was told "that's all" and asks on is not done; the visitor bears it, up to the last question.
      silence = 0
      isEnding = false
      if (asked < MOST) return { question, marks, ...respond(question, choices) }
      if (isLeaving) return { end: "enough", question, marks }
      isLeaving = true
      isEnding = true
      return { question, said: words.all, marks, wrap: true }
    },
  }
}
