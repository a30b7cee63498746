/** Whether anybody can see the page. */
export interface Visibility {
  hidden(): boolean
  subscribe(listener: () => void): () => void
}

/** Whether the machine says that it has a network. `true` is a hope, and `false` says nothing of a server on the same machine. */
export interface Network {
  online(): boolean
  subscribe(listener: () => void): () => void
}

type Listen = (type: string, listener: () => void) => void
type Target = { addEventListener: Listen; removeEventListener: Listen }

// What a browser has and Node has not: asserted here because the package is compiled without a browser's types.
const platform = globalThis as typeof globalThis &
  Partial<Target> & { document?: Target & { visibilityState?: string }; navigator?: { onLine?: boolean } }

export function pageVisibility(): Visibility {
  const { document } = platform
  if (!document) return { hidden: () => false, subscribe: () => () => {} }
  return {
    hidden: () => document.visibilityState === "hidden",
    subscribe: (listener) => listen(document, ["visibilitychange"], listener),
  }
}

export const browserNetwork = (): Network => ({
  online: () => platform.navigator?.onLine !== false,
  subscribe: (listener) => listen(platform, ["online", "offline"], listener),
})

function listen(target: Partial<Target>, types: string[], listener: () => void): () => void {
  for (const type of types) target.addEventListener?.(type, listener)
  return () => {
    for (const type of types) target.removeEventListener?.(type, listener)
  }
}
