/** How a stakeholder behaves. evaluation/scenarios/README.md says what each does. */
export const PERSONAS = ["strict", "generous", "terse", "changes-mind-once", "fatigued"] as const
export type Persona = (typeof PERSONAS)[number]

/** Interviewers that prove the ruler. */
export const CONTROLS = ["oracle", "whatelse", "parrot", "mute"] as const
export type Control = (typeof CONTROLS)[number]

/** What a question is understood by, beside its own words. */
export type Hearing = {
  /** The labels of the choices too. */
  hasChoices: boolean
  /** The whole paragraph it stands in. */
  hasParagraph: boolean
}
