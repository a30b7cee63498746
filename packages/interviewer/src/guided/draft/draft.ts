import type { Changes, Context } from "@spec-wizard/core/interviewer"
import * as Memory from "../memory.ts"
import type { Reply } from "../turn.ts"
import type { Heard } from "./heard.ts"
import { propose } from "./propose.ts"

/** What the message does to the document, from what the reply took from it. */
export function changes({ message, transcript, memory }: Context, { notes, memory: after }: Reply): Changes {
  const language = after.language ?? "en"
  const heard: Heard = {
    message: { id: message.id, text: message.text },
    // What we said ourselves is nobody's wish.
    transcript: transcript
      .filter(({ id, role }) => id !== message.id && role === "visitor")
      .map(({ id, text }) => ({ id, text })),
    notes: structuredClone(notes),
    language,
    before: Memory.parse(memory),
    after: structuredClone(after),
  }
  return { language, propose: (document) => propose(heard, document) }
}
