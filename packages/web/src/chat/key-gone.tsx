import { useOwnKey } from "../key/own-key.ts"
import type { Words } from "../words/wording.ts"
import { Retry } from "./retry.tsx"

type Props = { words: Words; onRetry: () => Promise<unknown>; onKey: () => void }

/**
 * What to do about a reply whose key is gone. Without a key in this tab the question would go to somebody the visitor did not choose: that
 * is only done when they say so.
 */
export function KeyGone({ words: { ownKey }, onRetry, onKey }: Props) {
  if (useOwnKey()) return <Retry label={ownKey.again} onRetry={onRetry} />
  return (
    <>
      <button type="button" class="button" onClick={onKey}>
        {ownKey.enter}
      </button>
      <Retry label={ownKey.without} onRetry={onRetry} />
    </>
  )
}
