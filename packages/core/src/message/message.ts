import { VisibleError } from "../error.ts"
import { MAX_LENGTH } from "../protocol/message.ts"
import { clean } from "../text.ts"

export * from "../protocol/message.ts"

export class MessageTooLongError extends VisibleError {
  constructor() {
    super(
      "input",
      "message.too_long",
      `A message can have ${MAX_LENGTH.toLocaleString("en")} characters. Please shorten it or send it in parts.`,
    )
  }
}

export class MessageEmptyError extends VisibleError {
  constructor() {
    super("input", "message.empty", "There was nothing in that message.")
  }
}

/**
 * A visitor's words as they are stored and quoted from then on.
 * @throws {MessageTooLongError} @throws {MessageEmptyError}
 */
export function accept(text: string): string {
  if (text.length > MAX_LENGTH) throw new MessageTooLongError()
  const cleaned = clean(text)
  if (cleaned.trim() === "") throw new MessageEmptyError()
  return cleaned
}
