import type { ChatState } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import { Markdown } from "../markdown/markdown.tsx"
import type { Words } from "../words/words.ts"

type Props = { words: Words; message: ChatState["messages"][number] }

export const Message = ({ words, message: { role, text } }: Props) =>
  role === "visitor" ? (
    <Visitor words={words} text={text} />
  ) : (
    <Wizard words={words}>
      <Markdown text={text} />
    </Wizard>
  )

type VisitorProps = { words: Words; text: string; note?: string; children?: ComponentChildren }

/** `note` says what a message that has not arrived yet is waiting for. */
export const Visitor = ({ words, text, note, children }: VisitorProps) => (
  <article class={note ? "entry visitor pending" : "entry visitor"}>
    <h2 class="unseen">{words.you}</h2>
    <p class="said" dir="auto">
      {text}
    </p>
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
