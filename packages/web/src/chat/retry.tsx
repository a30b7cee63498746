import { useState } from "preact/hooks"

type Props = { label: string; onRetry: () => Promise<unknown> }

/** Once: until the answer is known, another press would ask for the same thing again. */
export function Retry({ label, onRetry }: Props) {
  const [asked, setAsked] = useState(false)
  const press = () => {
    setAsked(true)
    onRetry().then(
      () => setAsked(false),
      () => setAsked(false),
    )
  }
  return (
    <button type="button" class="button" disabled={asked} onClick={press}>
      {label}
    </button>
  )
}
