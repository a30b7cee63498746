import { documentWords } from "../words/document/words.ts"
import { language, type Words } from "../words/words.ts"

type Props = { words: Words; isSubmitted: boolean; onPress: () => void }

/** Where the document ends: the way to whoever is to build it. */
export function HandOver({ words: { menu }, isSubmitted, onPress }: Props) {
  const { lang } = document.documentElement
  const words = documentWords[language(document.documentElement)]
  return (
    <div class="hand-over" lang={lang}>
      <p>{isSubmitted ? words.handedOver : words.handOver}</p>
      <button type="button" class={isSubmitted ? "button" : "button primary"} onClick={onPress}>
        {isSubmitted ? menu.submitted : menu.submit}
      </button>
    </div>
  )
}
