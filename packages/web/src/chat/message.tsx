import type { ChatState } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import { Markdown } from "../markdown/markdown.tsx"
import { Said } from "../source/said.tsx"
import type { Range } from "../source/split.ts"
import type { Words } from "../words/wording.ts"

type Props = {
  words: Words
  message: ChatState["messages"][number]
  /** Which of the visitor's words lines of the document were made of. */
  ranges?: readonly Range[] | undefined
}

export const Message = ({ words, message: { id, role, text }, ranges }: Props) =>
  role === "visitor" ? (
    <Visitor words={words} id={id} text={text} ranges={ranges} />
  ) : (
    <Wizard words={words}>
      <Markdown text={text} />
    </Wizard>
  )

type VisitorProps = Pick<Props, "words" | "ranges"> & {
  id?: string
  text: string
  note?: string
  children?: ComponentChildren
}

/** `note` says what a message that has not arrived yet is waiting for. */
export const Visitor = ({ words, id, text, ranges, note, children }: VisitorProps) => (
  <article id={id} class={note ? "entry visitor pending" : "entry visitor"}>
    <h2 class="unseen">{words.you}</h2>
    <Said text={text} ranges={ranges} />
    {note && <p class="note">{note}</p>}
    {children}
  </article>
)

type WizardProps = { words: Words; writing?: boolean; children: ComponentChildren }

export const Wizard = ({ words, writing, children }: WizardProps) => (
  <article class={writing ? "entry wizard writing" : "entry wizard"}>
    <h2 class="unseen">{words.wizard}</h2>
    {children}
  </article>
)
