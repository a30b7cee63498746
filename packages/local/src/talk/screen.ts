import { styleText } from "node:util"
import type * as Message from "@spec-wizard/core/protocol/message"

/** Writes a conversation as it happens. Colours appear on a terminal alone. */
export type Screen = {
  visitor(text: string): void
  /** The next piece of the reply; `fresh` when the reply starts, or starts over. */
  piece(text: string, fresh: boolean): void
  /** The reply as it was stored: what has not been written yet, then its choices. */
  reply(message: Message.Info): void
  note(sentence: string): void
}

export function createScreen(out: { write(text: string): unknown }): Screen {
  const name = (who: string) => styleText("bold", `${who}:`)
  let written: string | undefined

  return {
    visitor: (text) => out.write(`${name("You")} ${printable(text)}\n\n`),
    piece(text, fresh) {
      if (fresh) out.write(`${written === undefined ? "" : "\n\n"}${name("Wizard")} `)
      written = fresh ? text : (written ?? "") + text
      out.write(printable(text))
    },
    reply(message) {
      if (written === undefined || !message.text.startsWith(written)) this.piece(message.text, true)
      else this.piece(message.text.slice(written.length), false)
      written = undefined
      out.write("\n")
      message.choices?.forEach(({ label }, at) => {
        out.write(`  ${at + 1}. ${printable(label)}\n`)
      })
      out.write("\n")
    },
    note(sentence) {
      out.write(`${written === undefined ? "" : "\n"}${styleText("dim", `(${sentence})`)}\n\n`)
      written = undefined
    },
  }
}

/** Text from elsewhere must not command the terminal: of the control characters only line breaks and tabs remain. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, "")
