import { KeysIcon } from "../icon.tsx"
import type { Words } from "../words/wording.ts"

export const KeysButton = ({ words, onPress }: { words: Words; onPress: () => void }) => (
  <button type="button" class="tool keys-tool" aria-label={words.keys.heading} title="?" onClick={onPress}>
    <KeysIcon />
  </button>
)
