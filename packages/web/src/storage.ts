type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

/** The browser's own, or one that lasts as long as the page where the browser refuses to store anything. */
export const storage: Kept = allowed() ?? memory()

export const recall = (key: string) => storage.getItem(name(key)) ?? undefined

/** An empty value is forgotten. What does not fit is not kept: the page goes on without it. */
export function keep(key: string, value: string) {
  try {
    if (value === "") storage.removeItem(name(key))
    else storage.setItem(name(key), value)
  } catch {
    // Full, or refused by the browser's settings.
  }
}

/** Every key that begins so. */
export function keysFrom(start: string): string[] {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "")
  return names.filter((one) => one.startsWith(name(start))).map((one) => one.slice(name("").length))
}

/** Everything whose key has this part. */
export function forgetAll(part: string) {
  for (const key of keysFrom("")) if (key.includes(part)) storage.removeItem(name(key))
}

/** Under the name of the product, because other pages may share the origin. */
function name(key: string) {
  return `spec-wizard.${key}`
}

function allowed(): Kept | undefined {
  try {
    localStorage.getItem(name("last"))
    return localStorage
  } catch {
    return undefined
  }
}

function memory(): Kept {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}
