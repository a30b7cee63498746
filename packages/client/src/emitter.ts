/** Listeners by type. One that throws disturbs neither the others nor the sender: its error surfaces as an uncaught one, as with an EventTarget. */
export class Emitter<Events extends object> {
  readonly #listeners: { [Type in keyof Events]?: Set<(value: Events[Type]) => void> } = {}

  on<Type extends keyof Events>(type: Type, listener: (value: Events[Type]) => void): () => void {
    const own = (value: Events[Type]) => listener(value) // the same function may listen twice
    const listeners: Set<(value: Events[Type]) => void> = this.#listeners[type] ?? new Set()
    this.#listeners[type] = listeners
    listeners.add(own)
    return () => {
      listeners.delete(own)
    }
  }

  emit<Type extends keyof Events>(type: Type, value: Events[Type]) {
    for (const listener of [...(this.#listeners[type] ?? [])])
      try {
        listener(value)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
  }
}
