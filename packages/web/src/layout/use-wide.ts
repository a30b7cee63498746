import { useEffect, useState } from "preact/hooks"

/** Two columns from here on; the style sheet has the same width. */
const wide = matchMedia("(min-width: 60rem)")

export function useWide(): boolean {
  const [is, setIs] = useState(wide.matches)
  useEffect(() => {
    const changed = () => setIs(wide.matches)
    changed()
    wide.addEventListener("change", changed)
    return () => wide.removeEventListener("change", changed)
  }, [])
  return is
}
