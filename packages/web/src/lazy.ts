import { useEffect, useState } from "preact/hooks"

/** What is no part of the first load; undefined until it is here, and for as long as it cannot be fetched. */
export function useLazy<Part>(load: () => Promise<Part>): Part | undefined {
  const [part, setPart] = useState<Part>()
  useEffect(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => undefined,
    )
  }, [load])
  return part
}

/**
 * For whoever was told that a part is missing. What is gone since a deployment never comes again: then the whole page is loaded anew, which
 * loses nothing that was typed. Where the server cannot be reached it would lose the page.
 */
export async function loadAgain(load: () => Promise<unknown>): Promise<void> {
  try {
    await load()
  } catch (cause) {
    const page = await fetch("/", { method: "HEAD" }).catch(() => undefined)
    if (page?.ok) location.reload()
    throw cause
  }
}
