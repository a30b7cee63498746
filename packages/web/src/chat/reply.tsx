import type { ChatState } from "@spec-wizard/client"
import { Markdown } from "../markdown/markdown.tsx"
import type { Words } from "../words/wording.ts"
import { doing } from "./doing.ts"
import { Wizard } from "./message.tsx"

type Props = {
  words: Words
  turn: ChatState["turn"]
  /** The turn that has two stages. */
  drafted: string | undefined
}

/** The running reply, shown as soon as it is asked for. What is said of a second stage stands below its text, which nothing may move. */
export function Reply({ words, turn, drafted }: Props) {
  const text = turn?.text ?? ""
  return (
    <Wizard words={words} writing>
      {text !== "" && <Markdown text={text} />}
      {(text === "" || turn?.id === drafted) && <p class="answering">{doing(words, turn, drafted)}</p>}
    </Wizard>
  )
}
