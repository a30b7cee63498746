import * as Budget from "@spec-wizard/core/budget"
import { BudgetExhaustedError } from "@spec-wizard/core/budget/error"
import * as Log from "@spec-wizard/core/log"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type { Deps } from "../deps.ts"
import type { Meter, Most, Spent } from "../model/spent.ts"
import { costOfCall, mostOfCall } from "./cost.ts"

/**
 * Keeps an attempt's reservation at what its calls may have cost by now: a worker that dies in the middle of one has paid the most that it
 * can cost. A call begins when that is recorded, and not otherwise.
 */
export class TurnMeter implements Meter {
  readonly #deps: Pick<Deps, "table" | "clock">
  readonly #model: ModelSettings
  #reservation: Budget.Reservation | undefined
  /** By the calls that are over. */
  #usedMicroUsd = 0
  #records = 0

  constructor(deps: Pick<Deps, "table" | "clock">, model: ModelSettings) {
    this.#deps = deps
    this.#model = model
  }

  /** What is asked for at least; more, up to `wished`, where there is so much. @throws {BudgetExhaustedError} before anything was spent */
  async reserve(request: Budget.Request, wished: number): Promise<void> {
    const more = { ...request, microUsd: Math.floor(Math.max(request.microUsd, wished)) }
    this.#reservation = await Budget.reserve(this.#deps, more).catch((error: unknown) => {
      if (!(error instanceof BudgetExhaustedError) || more.microUsd === request.microUsd) throw error
      return Budget.reserve(this.#deps, request)
    })
  }

  fits(most: Most): boolean {
    return this.#usedMicroUsd + mostOfCall(this.#model, most) <= (this.#reservation?.microUsd ?? 0)
  }

  /** @throws {ReservationEndedError} @throws {UnavailableError} */
  async begin(most: Most): Promise<void> {
    const reserved = this.#reservation?.microUsd ?? 0
    // The reservation holds the most that all calls can cost, so no call can cost more than what is left of it.
    await this.#record(
      Math.max(this.#usedMicroUsd, Math.min(reserved, this.#usedMicroUsd + mostOfCall(this.#model, most))),
    )
  }

  async end(call: Spent): Promise<void> {
    this.#usedMicroUsd += costOfCall(this.#model, call)
    await this.#record(this.#usedMicroUsd).catch((error: unknown) => this.#warn("budget.not_recorded", error)) // the most stands there
  }

  /** Gives back what was not used. */
  async settle(): Promise<void> {
    if (!this.#reservation) return
    const settled = Budget.settle(this.#deps, this.#reservation, this.#usedMicroUsd)
    await settled.catch((error: unknown) => this.#warn("budget.not_settled", error)) // the sweep books what is recorded
  }

  async #record(microUsd: number): Promise<void> {
    if (!this.#reservation) throw new Error("nothing was reserved")
    await Budget.record(this.#deps, this.#reservation, { number: ++this.#records, microUsd })
  }

  #warn(event: string, error: unknown): void {
    const { turnId, attempt } = this.#reservation ?? {}
    Log.warn(event, { turnId, attempt }, error)
  }
}
