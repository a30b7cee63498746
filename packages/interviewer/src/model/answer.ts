import type { Changes, Context, Part } from "@spec-wizard/core/interviewer"
import type { Document } from "@spec-wizard/core/protocol/document"
import { languageOf, localLanguage } from "../guided/read/language.ts"
import type { ToolCall } from "./call.ts"
import type { Calls } from "./calls.ts"
import { ModelFailedError } from "./failure.ts"
import { remember } from "./memory.ts"
import { repairing, revising } from "./prompt/stage.ts"
import { window } from "./prompt/window.ts"
import { faultsOf } from "./proposal/check.ts"
import { proposals } from "./proposal/propose.ts"
import { read } from "./proposal/read.ts"
import type { ModelChoice } from "./provider.ts"
import { notWritten } from "./word.ts"

/** Who answers; with a draft, who writes what the other then improves. */
export type Models = { answer: ModelChoice; draft?: ModelChoice }

/**
 * One reply: perhaps a draft, then the answer as it comes, then what it does to the document. An answer whose changes would be refused, or
 * that has no words, is handed back once; refused again, the words stay and the document is as it was.
 */
export async function* answer(calls: Calls, models: Models, context: Context): AsyncGenerator<Part> {
  const document = await context.document()
  const { info, isNew, isPassing } = remember(context)
  if (isNew) yield { type: "learned", memory: info }
  const prompt = window(context, document, info.skipped)
  const draft = models.draft && (await calls.askQuietly("draft", models.draft, prompt))
  const asked = draft ? revising(prompt, draft) : prompt
  const first = yield* calls.ask(draft ? "revision" : "answer", models.answer, asked)
  const isMute = first.text === ""
  if (isMute && first.tools.length === 0) throw silent()

  let { changes, choices, asks, faults, spoken } = understood(first.tools, context, document)
  if ((isMute || faults.length > 0) && calls.takeSpare()) {
    const back = repairing(asked, first, { isMute, isCut: first.isCut, faults })
    const second = isMute
      ? yield* calls.ask("repair", models.answer, back)
      : await calls.askQuietly("repair", models.answer, back).catch(() => undefined) // they have their reply
    if (isMute && second?.text === "") throw silent()
    const better = understood(second?.tools ?? [], context, document)
    if (faults.length > 0 && better.isProposed) ({ changes, faults } = better)
    asks ??= better.asks
    if (better.choices.length > 0 && (isMute || choices.length === 0)) choices = better.choices
  } else if (isMute) throw silent()

  if (faults.length > 0) yield { type: "text", text: `\n\n${notWritten[spoken]}` }
  else if (changes) yield { type: "changes", changes }
  if (choices.length > 0) yield { type: "choices", choices }
  yield { type: "course", course: { fate: isPassing ? "skipped" : "answered", ...(asks && { asks }) } }
}

const silent = () => new ModelFailedError("model.silent", { isBeforeText: true })

/** What the tools were called for, held against the document as it stands now. */
function understood(tools: readonly ToolCall[], { message, transcript, session }: Context, document: Document) {
  const { language, changes, choices, asks, faults } = read(tools, transcript)
  const isEmpty = document.items.every(({ kind }) => kind === "unsorted")
  const spoken = languageOf(message.text, isEmpty ? localLanguage(session) : document.language)
  const written = isEmpty ? (language ?? spoken) : document.language
  const found = faults.length > 0 ? faults : faultsOf(changes, { ...document, language: written }, transcript)
  const made: Changes = { language: written, propose: (latest) => proposals(changes, latest) }
  return {
    spoken,
    choices,
    asks,
    faults: found,
    changes: changes.length > 0 ? made : undefined,
    isProposed: tools.some(({ name }) => name === "propose"),
  }
}
