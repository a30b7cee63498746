import type { Words } from "../words/wording.ts"

type Props = { words: Words; isSaved: boolean | undefined; onPress: () => void }

/** Keeps its place until it is known whether the conversation is saved already. */
export const SaveButton = ({ words, isSaved, onPress }: Props) =>
  isSaved ? null : (
    <button type="button" class={isSaved === undefined ? "button save held" : "button save"} onClick={onPress}>
      {words.menu.save}
    </button>
  )
