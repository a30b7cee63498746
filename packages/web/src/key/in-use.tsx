import type { Words } from "../words/wording.ts"
import { companyName } from "./company.ts"
import { useOwnKey } from "./own-key.ts"

/** Under the box, as long as what is sent takes the visitor's own key along. */
export function KeyInUse({ words, onChange }: { words: Words; onChange: () => void }) {
  const key = useOwnKey()
  if (!key) return null
  return (
    <p class="own-key">
      {words.ownKey.used(companyName(key.provider, words))}
      <button type="button" class="door" onClick={onChange}>
        {words.ownKey.change}
      </button>
    </p>
  )
}
