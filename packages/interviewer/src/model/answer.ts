import type { Changes, Context, Part } from "@spec-wizard/core/interviewer"
import { languageOf, localLanguage } from "../guided/read/language.ts"
import type { Answer } from "./call.ts"
import type { Calls } from "./calls.ts"
import { ModelFailedError } from "./failure.ts"
import type { Prompt } from "./language-model.ts"
import { remember } from "./memory.ts"
import { BRIEF, intentOf, task } from "./prompt/intent.ts"
import { continuing, repairing, resuming, revising } from "./prompt/stage.ts"
import { continued, window } from "./prompt/window.ts"
import { Writing } from "./proposal/writing.ts"
import type { ModelChoice } from "./provider.ts"
import { Voice } from "./voice.ts"
import { notWritten } from "./word.ts"

/** Who answers; with a draft, who writes what the other then improves. */
export type Models = { answer: ModelChoice; draft?: ModelChoice }

/**
 * One reply: perhaps a draft, then the answer as it comes, then what it does to the document. Changes that would be refused, and an answer
 * without words, are handed back once; the others are kept whatever becomes of these. After a brief, and where a call was cut off, it goes on as
 * long as something is left to write down. Once the words are whole, the reply has ended for the visitor. Where it stands already, by a worker
 * that was lost, the document alone is left to do.
 */
export async function* answer(calls: Calls, models: Models, context: Context): AsyncGenerator<Part> {
  const { message, session, reply } = context
  const document = await context.document()
  const { info, isNew, act, isPassing } = remember(context)
  const asides = act === undefined || act === "deny" ? [] : [{ start: 0, end: message.text.length, act }]
  if (isNew) yield { type: "learned", memory: info }
  const prompt = window(context, document, info.skipped)
  const isSorted = document.items.some(({ kind }) => kind !== "unsorted")
  const spoken = languageOf(message.text, isSorted ? document.language : localLanguage(session))
  const writing = new Writing(context, document, spoken)
  const goOn = async function* (from: Prompt): AsyncGenerator<Part> {
    for (let left = writing.left(); left.length > 0; left = writing.left()) {
      yield* soFar(writing, asides)
      const more: Answer | undefined = await calls.further(models.answer, continuing(from, left))
      if (!more || writing.take(more) === 0) break
    }
    yield* soFar(writing, asides)
  }
  const course = () =>
    ({ fate: isPassing ? "skipped" : "answered", ...(writing.asks && { asks: writing.asks }) }) as const
  if (reply) {
    yield* goOn(resuming(prompt, reply))
    yield { type: "course", course: course() }
    return
  }

  const wanted = continued(prompt, task(message.seq, intentOf(message.text, act, document)))
  const draft = models.draft && (await calls.askQuietly("draft", models.draft, wanted))
  const asked = draft ? revising(wanted, draft) : wanted
  const voice = new Voice()
  const first = yield* voice.say(calls.ask(draft ? "revision" : "answer", models.answer, asked))
  const isMute = first.text === ""
  if (isMute && first.tools.length === 0) throw silent()

  writing.take(first, { isSpoken: true })
  let isLacking = writing.faulty.length > 0
  const goesOn = () => first.isCut || writing.isCut || message.text.length >= BRIEF
  const isRepaired = (isMute || isLacking) && calls.takeSpare()
  if (isMute && !isRepaired) throw silent()
  if (!isMute && (isRepaired || goesOn())) yield* voice.end(writing.choices)
  if (isRepaired) {
    const back = repairing(prompt, first, { isMute, faulty: writing.faulty })
    if (!isMute) yield* soFar(writing, asides)
    const second = isMute
      ? yield* voice.say(calls.ask("repair", models.answer, back))
      : await calls.askQuietly("repair", models.answer, back).catch(() => undefined) // they have their reply
    if (isMute && second?.text === "") throw silent()
    if (second) isLacking = !writing.correct(second, { isSpoken: isMute }) && isLacking
  }

  if (goesOn()) yield* goOn(prompt)
  else yield* soFar(writing, asides)
  // Whoever was not told sees it: what is left stands unsorted, and is marked in their message.
  if (isLacking && !voice.hasEnded) yield { type: "text", text: `\n\n${notWritten[spoken]}` }
  if (!voice.hasEnded && writing.choices.length > 0) yield { type: "choices", choices: writing.choices }
  yield { type: "course", course: course() }
}

/** Whoever stops the reply now keeps what was written down. */
function* soFar(writing: Writing, asides: NonNullable<Changes["asides"]>): Iterable<Part> {
  const changes = writing.changes(asides)
  if (changes) yield { type: "changes", changes }
}

const silent = () => new ModelFailedError("model.silent", { isBeforeText: true })
