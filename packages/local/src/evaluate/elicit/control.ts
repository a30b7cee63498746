import type { Control } from "./persona.ts"
import type { Interviewed } from "./play.ts"
import type { Scenario } from "./scenario.ts"
import { talk } from "./talk.ts"

/** Whoever asks for nothing, says this. */
const NOTHING = "Thank you."

/** An interviewer that proves the ruler; it has no server, and writes no document. */
export function pretend(control: Control, scenario: Scenario): Interviewed {
  const { whatElse } = talk[scenario.language]
  const questions: Record<Control, (at: number) => string | undefined> = {
    /** Knows the topics: each question of the key once. */
    oracle: (at) => scenario.hidden[at]?.asked,
    /** Never names a topic. */
    whatelse: () => whatElse,
    /** Plays every topic back before a question about nothing: an affirmation must not count as a question. */
    parrot: (at) => {
      const fact = scenario.hidden[at % scenario.hidden.length]
      return fact && `${fact.text} ${fact.asked.replaceAll(/[¿?]/g, "").trim()}.\n\n${whatElse}`
    },
    mute: () => undefined,
  }
  let said = 0
  return {
    say: async () => ({ text: questions[control](said++) ?? NOTHING }),
    written: async () => ({ messages: [], items: [] }),
    close() {},
  }
}
