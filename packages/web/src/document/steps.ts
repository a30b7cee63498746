import type { Criterion } from "@spec-wizard/core/protocol/document"

type Part = "given" | "when" | "then"

/** What somebody said of a check step by step; of one from before checks had a text, all of it. */
export const stepsOf = (criterion: Criterion): { part: Part; text: string }[] =>
  (["given", "when", "then"] as const).flatMap((part) => {
    const text = criterion[part]
    return text === undefined ? [] : [{ part, text }]
  })
