import type { ChatState } from "@spec-wizard/client"
import { Standing } from "../submit/standing.tsx"
import { documentWords } from "../words/document/words.ts"
import type { Words } from "../words/wording.ts"
import { language } from "../words/words.ts"

type Props = { words: Words; isSubmitted: boolean; submission: ChatState["submission"]; onPress: () => void }

/** Where the document ends: the way to whoever is to build it, and what they say of it. */
export function HandOver({ words: { menu }, isSubmitted, submission, onPress }: Props) {
  const { lang } = document.documentElement
  const words = documentWords[language(document.documentElement)]
  return (
    <div class="hand-over" lang={lang}>
      {submission && <Standing submission={submission} />}
      <p>{isSubmitted ? words.handedOver : words.handOver}</p>
      <button type="button" class={isSubmitted ? "button" : "button primary"} onClick={onPress}>
        {isSubmitted ? menu.submitted : menu.submit}
      </button>
    </div>
  )
}
