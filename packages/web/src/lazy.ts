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
