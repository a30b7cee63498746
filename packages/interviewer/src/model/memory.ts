import type { Context } from "@spec-wizard/core/interviewer"
import * as z from "zod/mini"
import { lexicons } from "../guided/languages/languages.ts"
import { actOf } from "../guided/read/acts.ts"
import { languageOf, localLanguage } from "../guided/read/language.ts"

const MAX_QUESTION = 160
const MAX_SKIPPED = 30

/** What outlives the window of messages: questions that the visitor skipped are never asked again, however long ago that was. */
const Info = z.object({
  by: z.literal("model"),
  skipped: z.array(z.string().check(z.maxLength(MAX_QUESTION))).check(z.maxLength(MAX_SKIPPED)),
})
export type Info = z.infer<typeof Info>

/** With these a question is left behind. */
const PASSING = new Set(["skip", "unsure", "done"])

type Remembered = { info: Info; isNew: boolean; act: ReturnType<typeof actOf>; isPassing: boolean }

/** Memory of somebody else's is as good as none. `isNew`: this message adds to it; `act`: what is done with it, when it says nothing else;
 * `isPassing`: it leaves the question behind. */
export function remember({ memory, message, transcript, session }: Context): Remembered {
  const known = Info.safeParse(memory).data ?? { by: "model", skipped: [] }
  // A word alone tells no language; what was said before does.
  const before = transcript.flatMap(({ role, text }) => (role === "visitor" ? [text] : [])).join("\n")
  const spoken = languageOf(before, localLanguage(session))
  const act = actOf(message.text, lexicons[languageOf(message.text, spoken)])
  const isPassing = act !== undefined && PASSING.has(act)
  if (act !== "skip") return { info: known, isNew: false, act, isPassing }
  const asked = transcript.findLast(({ id, role }) => role === "wizard" && id !== message.id)
  const question = /[^.!?\n]*\?(?=[^?]*$)/.exec(asked?.text ?? "")?.[0].trim()
  if (!question) return { info: known, isNew: false, act, isPassing }
  const kept = known.skipped.filter((one) => one !== question).slice(1 - MAX_SKIPPED)
  return {
    info: { by: "model", skipped: [...kept, question.slice(0, MAX_QUESTION).toWellFormed()] },
    isNew: true,
    act,
    isPassing,
  }
}
