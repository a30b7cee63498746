import { Markdown } from "../markdown/markdown.tsx"
import type { Words } from "../words/words.ts"
import { Wizard } from "./message.tsx"

/** The running reply, shown as soon as it is asked for. */
export const Reply = ({ words, text }: { words: Words; text: string }) => (
  <Wizard words={words} writing>
    {text === "" ? <p class="answering">{words.answering}</p> : <Markdown text={text} />}
  </Wizard>
)
