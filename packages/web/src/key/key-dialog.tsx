import type { Api, ChatState } from "@spec-wizard/client"
import { useState } from "preact/hooks"
import { useConfig } from "../config.ts"
import { Dialog } from "../dialog/dialog.tsx"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"
import { companiesOf, companyName } from "./company.ts"
import { KeyForm } from "./key-form.tsx"
import { dropKey, useOwnKey } from "./own-key.ts"

type Props = { api: Api; words: Words; state: ChatState; onClose: () => void }

/** What a key of one's own is for, and the place where it is given and taken back. Both close the dialog. */
export function KeyDialog({ api, words, state, onClose }: Props) {
  const { key: own } = keepingWords()
  const config = useConfig(api)
  // While the dialog closes, it stays as it was.
  const [used] = useState(useOwnKey())
  return (
    <Dialog name="key" heading={own.heading} onClose={onClose}>
      <p>{own.meaning}</p>
      {used ? (
        <div class="row">
          <p>{words.ownKey.used(companyName(used.provider, words))}</p>
          <button
            type="button"
            class="button"
            data-first
            onClick={({ currentTarget }) => {
              currentTarget.closest("dialog")?.close()
              dropKey()
            }}
          >
            {own.stop}
          </button>
        </div>
      ) : (
        config && (
          <KeyForm words={words} companies={companiesOf(config)} isRefused={state.problem?.code === "key.refused"} />
        )
      )}
    </Dialog>
  )
}
