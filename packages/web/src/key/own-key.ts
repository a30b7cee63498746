import type { Key } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"

/** In `sessionStorage`, and there only when the visitor asked for it: `<provider> <key>`. Neither has a space in it. */
const NAME = "spec-wizard.key"

let key = stored()
const listeners = new Set<() => void>()

/** The visitor's own key, which goes along with every message of this tab. */
export const ownKey = (): Key | undefined => key

/** `untilClosed`: it outlives a reload, as long as the tab. */
export function takeKey(taken: Key, untilClosed: boolean) {
  change(taken, untilClosed ? `${taken.provider} ${taken.apiKey}` : "")
}

export const dropKey = () => change(undefined, "")

export function useOwnKey(): Key | undefined {
  const [used, setUsed] = useState(key)
  useEffect(() => {
    const update = () => setUsed(key)
    update()
    listeners.add(update)
    return () => void listeners.delete(update)
  }, [])
  return used
}

/** One piece of what can stand in a header. */
export const isKey = (text: string) => /^[\x21-\x7e]{1,512}$/.test(text)

function change(next: Key | undefined, kept: string) {
  key = next
  try {
    if (kept === "") sessionStorage.removeItem(NAME)
    else sessionStorage.setItem(NAME, kept)
  } catch {
    // Refused by the browser's settings: then it lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function stored(): Key | undefined {
  try {
    const [provider, apiKey] = sessionStorage.getItem(NAME)?.split(" ") ?? []
    return provider && apiKey ? { provider, apiKey } : undefined
  } catch {
    return undefined
  }
}
