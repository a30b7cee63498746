/** Timers by name: setting one again moves it, and none outlives `clear()`. */
export class Timers<Name extends string> {
  readonly #running = new Map<Name, ReturnType<typeof setTimeout>>()

  set(name: Name, ms: number, run: () => void) {
    this.stop(name)
    this.#running.set(
      name,
      setTimeout(() => {
        this.#running.delete(name)
        run()
      }, ms),
    )
  }

  has(name: Name) {
    return this.#running.has(name)
  }

  stop(...names: Name[]) {
    for (const name of names) {
      clearTimeout(this.#running.get(name))
      this.#running.delete(name)
    }
  }

  clear() {
    this.stop(...this.#running.keys())
  }
}
