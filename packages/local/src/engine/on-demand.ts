/** An engine that is slow to load, so it is opened when somebody first needs it: a start does not wait for it, a request does. */
export class OnDemand<Engine> {
  readonly #open: () => Promise<Engine>
  readonly #close: (engine: Engine) => unknown
  readonly #first = Promise.withResolvers<Engine>()
  #isOpening = false

  constructor(open: () => Promise<Engine>, close: (engine: Engine) => unknown) {
    this.#open = open
    this.#close = close
    this.#first.promise.catch(() => {}) // whoever needs it hears of it
  }

  /** For those that have nothing to do before somebody needs it. */
  get opened(): Promise<Engine> {
    return this.#first.promise
  }

  async get(): Promise<Engine> {
    if (!this.#isOpening) {
      this.#isOpening = true
      this.#open().then(this.#first.resolve, this.#first.reject)
    }
    return await this.#first.promise
  }

  async stop(): Promise<void> {
    if (this.#isOpening) await this.#first.promise.then(this.#close, () => {})
  }
}
