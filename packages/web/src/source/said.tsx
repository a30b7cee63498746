import { useEffect, useState } from "preact/hooks"
import type * as Detail from "./detail.ts"
import type { PlacedProps } from "./placed.tsx"
import type { Place } from "./places.ts"

let loaded: typeof Detail | undefined
let loading: Promise<void> | undefined

/** What tells headings, sentences and their places is no part of the first load: fetched when a conversation opens. */
export function loadDetail(): Promise<void> {
  loading ??= import("./detail.ts").then(
    (module) => {
      loaded = module
    },
    () => {
      loading = undefined // offline, most likely: the words show plainly, and the next change asks again
    },
  )
  return loading
}

function useDetail(place: Place | undefined): typeof Detail | undefined {
  const [detail, setDetail] = useState(() => loaded)
  useEffect(() => {
    if (!detail) void loadDetail().then(() => setDetail(() => loaded))
  }, [detail, place])
  return detail
}

/** A visitor's message to the letter, with what became of its words. */
export function Said({ text, place }: { text: string; place?: Place | undefined }) {
  const detail = useDetail(place)
  if (detail) return <detail.Written text={text} ranges={place?.ranges} />
  return (
    <p class="said" dir="auto">
      {text}
    </p>
  )
}

/** Some browsers cannot tell sentences. */
export function Placed(props: PlacedProps) {
  const detail = useDetail(props.place)
  return detail && "Segmenter" in Intl ? <detail.Placed {...props} /> : null
}
