/** Made on first use, then kept for the life of the container: a function pays only for what it touches. */
export function lazy<T extends object>(make: { [K in keyof T]: () => T[K] }): T {
  const made = {} as T // filled by the getters below, one member at a time
  for (const key of Object.keys(make) as (keyof T)[])
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make[key]()
        Object.defineProperty(made, key, { value, enumerable: true })
        return value
      },
    })
  return made
}
