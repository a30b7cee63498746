import type { ChatState } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import { Markdown } from "../markdown/markdown.tsx"
import type { Place } from "../source/places.ts"
import { Placed, Said } from "../source/said.tsx"
import type { Words } from "../words/wording.ts"

type Props = {
  words: Words
  message: ChatState["messages"][number]
  /** What became of the visitor's words. */
  place?: Place | undefined
  /** To the line that was made of these words. */
  onLine?: (words: Element) => void
}

/** Messages from before there were numbers count as placed: nothing is said about them. */
export const Message = ({ words, message: { id, role, text, number }, place, onLine }: Props) =>
  role === "visitor" ? (
    <Visitor words={words} id={id} text={text} place={place}>
      {number !== undefined && (
        <Placed
          text={text}
          place={place}
          onUnsorted={() => {
            const waiting = document.getElementById(id)?.querySelector("mark[data-as=unsorted]")
            if (waiting) onLine?.(waiting)
          }}
        />
      )}
    </Visitor>
  ) : (
    <Wizard words={words}>
      <Markdown text={text} />
    </Wizard>
  )

type VisitorProps = Pick<Props, "words" | "place"> & {
  id?: string
  text: string
  note?: string
  children?: ComponentChildren
}

/** `note` says what a message that has not arrived yet is waiting for. */
export const Visitor = ({ words, id, text, place, note, children }: VisitorProps) => (
  <article id={id} class={note ? "entry visitor pending" : "entry visitor"}>
    <h2 class="unseen">{words.you}</h2>
    <Said text={text} place={place} />
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
