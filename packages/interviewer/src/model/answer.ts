import type { Changes, Context, Part } from "@spec-wizard/core/interviewer"
import { languageOf, localLanguage } from "../guided/read/language.ts"
import type { Answer } from "./call.ts"
import type { Calls } from "./calls.ts"
import { ModelFailedError } from "./failure.ts"
import { remember } from "./memory.ts"
import { BRIEF, intentOf, task } from "./prompt/intent.ts"
import { continuing, repairing, revising } from "./prompt/stage.ts"
import { continued, window } from "./prompt/window.ts"
import { Writing } from "./proposal/writing.ts"
import type { ModelChoice } from "./provider.ts"
import { notWritten } from "./word.ts"

/** Who answers; with a draft, who writes what the other then improves. */
export type Models = { answer: ModelChoice; draft?: ModelChoice }

/**
 * One reply: perhaps a draft, then the answer as it comes, then what it does to the document. Changes that would be refused, and an answer
 * without words, are handed back once; the others are kept whatever becomes of these. After a brief, and where a call was cut off, it goes on as
 * long as something is left to write down.
 */
export async function* answer(calls: Calls, models: Models, context: Context): AsyncGenerator<Part> {
  const { message, session } = context
  const document = await context.document()
  const { info, isNew, act, isPassing } = remember(context)
  const asides = act === undefined || act === "deny" ? [] : [{ start: 0, end: message.text.length, act }]
  if (isNew) yield { type: "learned", memory: info }
  const prompt = window(context, document, info.skipped)
  const wanted = continued(prompt, task(message.seq, intentOf(message.text, act, document)))
  const draft = models.draft && (await calls.askQuietly("draft", models.draft, wanted))
  const asked = draft ? revising(wanted, draft) : wanted
  const first = yield* calls.ask(draft ? "revision" : "answer", models.answer, asked)
  const isMute = first.text === ""
  if (isMute && first.tools.length === 0) throw silent()

  const isSorted = document.items.some(({ kind }) => kind !== "unsorted")
  const spoken = languageOf(message.text, isSorted ? document.language : localLanguage(session))
  const writing = new Writing(context, document, spoken)
  writing.take(first, { isSpoken: true })
  let isLacking = writing.faulty.length > 0
  if ((isMute || isLacking) && calls.takeSpare()) {
    const back = repairing(prompt, first, { isMute, faulty: writing.faulty })
    if (!isMute) yield* soFar(writing, asides)
    const second = isMute
      ? yield* calls.ask("repair", models.answer, back)
      : await calls.askQuietly("repair", models.answer, back).catch(() => undefined) // they have their reply
    if (isMute && second?.text === "") throw silent()
    if (second) isLacking = !writing.correct(second, { isSpoken: isMute }) && isLacking
  } else if (isMute) throw silent()

  const goesOn = first.isCut || writing.isCut || message.text.length >= BRIEF
  for (let left = goesOn ? writing.left() : []; left.length > 0; left = writing.left()) {
    yield* soFar(writing, asides)
    const more: Answer | undefined = await calls.further(models.answer, continuing(prompt, left))
    if (!more) break
    const news = writing.take(more)
    isLacking ||= writing.faulty.length > 0
    if (news === 0) break
  }

  if (isLacking) yield { type: "text", text: `\n\n${notWritten[spoken]}` }
  yield* soFar(writing, asides)
  if (writing.choices.length > 0) yield { type: "choices", choices: writing.choices }
  const { asks } = writing
  yield { type: "course", course: { fate: isPassing ? "skipped" : "answered", ...(asks && { asks }) } }
}

/** Whoever stops the reply now keeps what was written down. */
function* soFar(writing: Writing, asides: NonNullable<Changes["asides"]>): Iterable<Part> {
  const changes = writing.changes(asides)
  if (changes) yield { type: "changes", changes }
}

const silent = () => new ModelFailedError("model.silent", { isBeforeText: true })
