import type { ComponentChildren, RefObject } from "preact"
import { Markdown } from "../markdown/markdown.tsx"
import type { TalkState } from "../talk.ts"
import type { Words } from "../words/words.ts"

type Info = TalkState["messages"][number]

/** `entry` is given to the newest of the wizard's messages, which scrolling holds on to. */
export function Message({ words, message, entry }: { words: Words; message: Info; entry?: RefObject<HTMLElement> }) {
  if (message.role === "visitor") return <Visitor words={words} text={message.text} />
  return (
    <Wizard words={words} {...(entry && { entry })}>
      <Markdown text={message.text} />
    </Wizard>
  )
}

type VisitorProps = { words: Words; text: string; note?: string | undefined }

export const Visitor = ({ words, text, note }: VisitorProps) => (
  <article class={note === undefined ? "entry visitor" : "entry visitor pending"}>
    <h2 class="unseen">{words.you}</h2>
    <p class="said" dir="auto">
      {text}
    </p>
    {note !== undefined && <p class="note">{note}</p>}
  </article>
)

type WizardProps = { words: Words; entry?: RefObject<HTMLElement>; children: ComponentChildren; writing?: boolean }

export const Wizard = ({ words, entry, children, writing }: WizardProps) => (
  <article class={writing ? "entry wizard writing" : "entry wizard"} {...(entry && { ref: entry })}>
    <h2 class="unseen">{words.wizard}</h2>
    {children}
  </article>
)
