import { SentIcon } from "../icon.tsx"
import type { Words } from "../words/wording.ts"

/** That it was sent, and the way to the reference. */
export const SentButton = ({ words, onPress }: { words: Words; onPress: () => void }) => (
  <button type="button" class="button sent" title={words.menu.submitted} onClick={onPress}>
    <SentIcon />
    {words.menu.sent}
  </button>
)
