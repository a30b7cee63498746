import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type * as Message from "@spec-wizard/core/protocol/message"

/** A note whose source is the whole message: "not sure", "you decide" and a tapped choice say nothing smaller. */
export function whole(
  { id, text: quote }: Message.Info,
  { kind, topic, text, evidence }: { kind: Note.Kind; topic: Topic.ID; text: string; evidence: Note.Info["evidence"] },
): Note.Info {
  return { kind, topic, text, evidence, source: { messageId: id, quote, start: 0, end: quote.length }, quantities: [] }
}
