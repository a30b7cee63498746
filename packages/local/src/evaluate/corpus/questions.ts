import type { Part } from "../figure.ts"
import type { Message } from "../run.ts"
import type { Reading } from "./reading.ts"

/**
 * None twice, none that was answered before it was asked. Small talk in between brings a question back, and rightly so; and the interviewer may
 * play back a visitor's own.
 */
export function scoreQuestions({ messages, visitor, key }: Reading): Part<"repeated" | "known" | "turns"> {
  const own = visitor.map(({ text }) => text.toLowerCase()).join("\n")
  const isSmallTalk = (message: Message | undefined) =>
    message?.role === "visitor" && key.noise.includes(message.text.trim())
  const replies = messages.filter(({ role }) => role === "wizard")
  const questions = messages
    .filter(({ role }, at) => role === "wizard" && !isSmallTalk(messages[at - 1]))
    .flatMap(({ text }) => text.match(/[^.!?\n]*\?/g) ?? [])
    .map((question) => question.trim().toLowerCase())
    .filter((question) => !own.includes(question))
  const again = questions.filter((question, at) => questions.indexOf(question) !== at)
  const answered = key.maxQuestionsAlreadyAnswered.map((pattern) => new RegExp(pattern, "iu"))
  const known = [...new Set(questions)].filter((question) => answered.some((pattern) => pattern.test(question)))
  return {
    figures: { repeated: [again.length], known: [known.length], turns: [replies.length] },
    notes: [
      ...again.map((question) => `asked twice: ${question}`),
      ...known.map((question) => `already answered: ${question}`),
    ],
  }
}
