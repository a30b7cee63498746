/** Aborts with `signal`, and by itself when what is expected next does not come in time. */
export class Watch {
  readonly #silence = new AbortController()
  readonly signal: AbortSignal
  #timer: NodeJS.Timeout | undefined

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.#silence.signal])
  }

  expect(withinMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#silence.abort(), withinMs)
  }

  /** Nothing more is wanted: whoever listens to the signal hangs up. */
  end(): void {
    clearTimeout(this.#timer)
    this.#silence.abort()
  }

  /** The promise, or the abort if that is first: not everybody who was given the signal obeys at once. */
  race<T>(promise: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.signal.aborted) reject(this.signal.reason)
      this.signal.addEventListener("abort", () => reject(this.signal.reason), { once: true })
      promise.then(resolve, reject)
    })
  }
}
