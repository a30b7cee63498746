import type { Api, ChatState } from "@spec-wizard/client"
import type { DialogName } from "../dialog/name.ts"
import { KeysButton } from "../tools/keys-button.tsx"
import { ThemeButton } from "../tools/theme-button.tsx"
import type { Words } from "../words/wording.ts"
import { Menu } from "./menu.tsx"
import { SaveButton } from "./save-button.tsx"
import { SentButton } from "./sent-button.tsx"

type Props = {
  api: Api
  words: Words
  state: ChatState
  begun: boolean
  /** It has a session, which this device may still open. */
  open: boolean
  onChoose: (name: DialogName) => void
  onKeys: () => void
}

/** The right end of the header: a first visit has little to choose from, so that nothing is folded away. */
export function Tools({ api, words, state: { session, document }, begun, open, onChoose, onKeys }: Props) {
  if (!begun)
    return (
      <>
        <ThemeButton words={words} />
        <KeysButton words={words} onPress={onKeys} />
      </>
    )
  const isSaved = session && session.email !== undefined
  const isSubmitted = session?.status === "submitted"
  return (
    <>
      {open && isSubmitted && <SentButton words={words} onPress={() => onChoose("submit")} />}
      {open && <SaveButton words={words} isSaved={isSaved} onPress={() => onChoose("save")} />}
      <Menu
        api={api}
        words={words}
        open={open}
        email={session?.email}
        submission={isSubmitted ? "sent" : document && "possible"}
        onChoose={onChoose}
        onKeys={onKeys}
      />
    </>
  )
}
