import { VisibleError } from "../error.ts"

/** What ran out. `off`: nothing did, but somebody has switched the models off. */
export type Cap = "turn" | "session" | "ip" | "stage" | "off"

const SENTENCES: Record<Cap, string> = {
  turn: "Answering this message would cost more than one message may. The built-in interviewer goes on.",
  session: "This conversation has used up what it may spend on a language model. The built-in interviewer goes on.",
  ip: "Your network has used up what it may spend on a language model today. The built-in interviewer goes on.",
  stage: "This site has used up what it may spend on a language model today. The built-in interviewer goes on.",
  off: "The language model is switched off at the moment. The built-in interviewer goes on.",
}

/** No money for a call to a model. Nothing was reserved. `cap` says which one, for whoever falls back. */
export class BudgetExhaustedError extends VisibleError {
  readonly cap: Cap
  constructor(cap: Cap, options?: { retryAfter: number }) {
    super(cap === "off" ? "unavailable" : "rate", `budget.${cap}`, SENTENCES[cap], options)
    this.cap = cap
  }
}

/** The attempt's reservation has ended, or something newer was recorded on it: ask no model. Never shown to a visitor. */
export class ReservationEndedError extends Error {}
