import { useEffect, useState } from "preact/hooks"
import { monthOf, type Place, placeIn } from "./place.ts"

/** What the address says now, and whenever it changes. */
export function usePlace(): Place {
  const read = () => placeIn(location.hash, monthOf(new Date()))
  const [place, setPlace] = useState(read)
  useEffect(() => {
    const update = () => setPlace(read())
    addEventListener("hashchange", update)
    return () => removeEventListener("hashchange", update)
  }, [])
  return place
}
