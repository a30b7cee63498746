import { setTimeout as pause } from "node:timers/promises"
import type { Part } from "@spec-wizard/core/interviewer"
import { type Answer, call, type Patience, unheard } from "./call.ts"
import { ModelFailedError } from "./failure.ts"
import type { Model, Prompt } from "./language-model.ts"
import { tools } from "./prompt/tools.ts"
import { languageModel, type ModelChoice, providerOptions } from "./provider.ts"
import { type Meter, mostOf, type Spent, type Stage, spentOn } from "./spent.ts"

export type CallOptions = {
  temperature?: number
  maxTokens: number
  timeouts: Patience & { wholeMs: number }
  meter?: Meter
  /** How a model is opened. */
  open?: (choice: ModelChoice) => Promise<Model>
}

type Said = Extract<Part, { type: "text" }>

/** One turn's calls. Beside those that it needs there is one to spare, for a second try or for a repair. */
export class Calls {
  readonly spent: Spent[] = []
  readonly #options: CallOptions
  readonly #signal: AbortSignal
  #spare = 1

  constructor(options: CallOptions, signal: AbortSignal) {
    this.#options = options
    this.#signal = signal
  }

  takeSpare(): boolean {
    return this.#spare-- > 0
  }

  /**
   * Yields what is said as it comes. Where nothing has been said and the provider may well answer the next time, it is asked once more.
   * @throws {ModelFailedError} @throws the signal's reason when that was aborted
   */
  async *ask(stage: Stage, choice: ModelChoice, prompt: Prompt): AsyncGenerator<Said, Answer> {
    try {
      return yield* this.#once(stage, choice, prompt)
    } catch (error) {
      if (!(error instanceof ModelFailedError) || !error.isBeforeText) throw error
      if (error.repeatAfterMs === undefined || !this.takeSpare()) throw error
      await pause(error.repeatAfterMs, undefined, { signal: this.#signal })
    }
    return yield* this.#once(stage, choice, prompt)
  }

  /** The same, for nobody to hear as it comes: whatever goes wrong goes wrong before the visitor has read a word. */
  async askQuietly(stage: Stage, choice: ModelChoice, prompt: Prompt): Promise<Answer> {
    const words = this.ask(stage, choice, prompt)
    try {
      for (let next = await words.next(); ; next = await words.next()) if (next.done) return next.value
    } catch (error) {
      if (!(error instanceof ModelFailedError)) throw error
      throw new ModelFailedError(error.code, { isBeforeText: true, retryAfterS: error.retryAfterS })
    }
  }

  async *#once(stage: Stage, choice: ModelChoice, prompt: Prompt): AsyncGenerator<Said, Answer> {
    const { open = languageModel, maxTokens, temperature, timeouts, meter } = this.#options
    const model = await open(choice)
    const request = {
      prompt,
      tools,
      maxOutputTokens: maxTokens,
      ...(temperature !== undefined && { temperature }),
      providerOptions,
    }
    await meter?.begin(mostOf(choice, request, maxTokens))
    const answer = unheard()
    let outcome = "stopped"
    try {
      for await (const text of call(model, request, { ...timeouts, signal: this.#signal }, answer))
        yield { type: "text", text }
      outcome = "completed"
      return answer
    } catch (error) {
      if (error instanceof ModelFailedError) outcome = error.code
      throw error
    } finally {
      const spent = spentOn(stage, choice, request, answer, outcome)
      this.spent.push(spent)
      await meter?.end(spent)
    }
  }
}
