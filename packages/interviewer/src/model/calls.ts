import { setTimeout as pause } from "node:timers/promises"
import * as Log from "@spec-wizard/core/log"
import { type Answer, call, type Patience, type Said, unheard } from "./call.ts"
import { withCutCalls } from "./cut-call.ts"
import { ModelFailedError } from "./failure.ts"
import type { Model, Prompt } from "./language-model.ts"
import { tools } from "./prompt/tools.ts"
import { languageModel, type ModelChoice, providerOptions } from "./provider.ts"
import { type Meter, mostOf, type Spent, type Stage, spentOn } from "./spent.ts"

export type CallOptions = {
  temperature?: number
  /** Of one call. */
  maxTokens: number
  timeouts: Patience & { wholeMs: number }
  meter?: Meter
  /** How a model is opened. */
  open?: (choice: ModelChoice) => Promise<Model>
}

/** Further calls of a turn, beside those that it needs. */
const MAX_FURTHER = 12
/** None begins later than this, and none goes on for longer than the rest of the turn's time allows: somebody is waiting. */
const FURTHER_UNTIL_MS = 90_000
const SHARE_OF_TIME = 0.5

/** One turn's calls. Beside those that it needs there is one to spare, for a second try or for a repair, and some to go on with. */
export class Calls {
  readonly spent: Spent[] = []
  readonly #options: CallOptions
  readonly #signal: AbortSignal
  readonly #begunAt = performance.now()
  #spare = 1
  #further = 0

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
      return await ended(words)
    } catch (error) {
      if (!(error instanceof ModelFailedError)) throw error
      throw new ModelFailedError(error.code, { isBeforeText: true, retryAfterS: error.retryAfterS })
    }
  }

  /**
   * One more call, which the answer could do without: undefined when there is no more time or money for it, or when it fails.
   * @throws the signal's reason when that was aborted
   */
  async further(choice: ModelChoice, prompt: Prompt): Promise<Answer | undefined> {
    const { wholeMs } = this.#options.timeouts
    const passedMs = performance.now() - this.#begunAt
    const untilMs = Math.min(FURTHER_UNTIL_MS, wholeMs * SHARE_OF_TIME)
    if (passedMs > untilMs || this.#further >= MAX_FURTHER || !this.#fits(choice, prompt)) return undefined
    this.#further++
    const late = AbortSignal.timeout(Math.ceil(wholeMs * (1 + SHARE_OF_TIME) * SHARE_OF_TIME - passedMs))
    try {
      return await ended(this.#once("answer", choice, prompt, AbortSignal.any([this.#signal, late])))
    } catch (error) {
      if (this.#signal.aborted) throw error
      Log.warn("interviewer.not_gone_on", { further: this.#further }, error)
      return undefined
    }
  }

  #fits(choice: ModelChoice, prompt: Prompt): boolean {
    const { meter, maxTokens } = this.#options
    return meter === undefined || meter.fits(mostOf(choice, { prompt, tools }, maxTokens))
  }

  async *#once(stage: Stage, choice: ModelChoice, prompt: Prompt, signal = this.#signal): AsyncGenerator<Said, Answer> {
    const { open = languageModel, maxTokens, temperature, timeouts, meter } = this.#options
    const model = withCutCalls(await open(choice))
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
      yield* call(model, request, { ...timeouts, signal }, answer)
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

/** What it came to, when nobody listens. */
async function ended(words: AsyncGenerator<Said, Answer>): Promise<Answer> {
  for (let next = await words.next(); ; next = await words.next()) if (next.done) return next.value
}
