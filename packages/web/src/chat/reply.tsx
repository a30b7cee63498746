import type { RefObject } from "preact"
import { Markdown } from "../markdown/markdown.tsx"
import type { Words } from "../words/words.ts"
import { Wizard } from "./message.tsx"

type Props = { words: Words; text: string; entry: RefObject<HTMLElement> }

/** The running reply. It takes its place as soon as it is asked for, so that its first words move nothing. */
export const Reply = ({ words, text, entry }: Props) => (
  <Wizard words={words} entry={entry} writing>
    {text === "" ? <p class="answering">{words.answering}</p> : <Markdown text={text} />}
  </Wizard>
)
