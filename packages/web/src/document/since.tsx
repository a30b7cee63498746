import { CrossIcon } from "./icons.tsx"
import type { Seen } from "./use-seen.ts"
import type { View } from "./view.ts"

type Props = { view: View; since: NonNullable<Seen["since"]>; onShow: () => void; onDismiss: () => void }

/** What has changed since the last visit; it stays until it is waved away. */
export function Since({ view: { words, counts, lang }, since, onShow, onDismiss }: Props) {
  return (
    <div class="quiet-bar" lang={lang}>
      <p>{words.since(counts(since.counts))}</p>
      <button type="button" class="button" onClick={onShow}>
        {words.show}
      </button>
      <button type="button" class="tool" aria-label={words.close} title={words.close} onClick={onDismiss}>
        <CrossIcon />
      </button>
    </div>
  )
}
