import type { ItemOf } from "@spec-wizard/core/protocol/document"
import type { Lexicon, Subjects } from "../languages/language.ts"
import { every, phrase } from "../read/phrase.ts"

export type Category = ItemOf<"quality">["category"]

/** What a topic and a heading of that name are about. */
export const CATEGORIES: readonly [keyof Subjects, Category][] = [
  ["privacy", "privacy"],
  ["security", "security"],
  ["accessibility", "accessibility"],
  ["languages", "usability"],
  ["devices", "portability"],
  ["connection", "reliability"],
  ["availability", "reliability"],
  ["speed", "performance"],
  ["look", "look and feel"],
]

/** What the kind of quality a sentence speaks of is called. */
export const categoryOf = (text: string, { subjects, slots }: Lexicon): Category | undefined =>
  CATEGORIES.find(([name]) =>
    name === "look" ? isLook(text, subjects) : phrase(subjects[name], slots.numbers).test(text),
  )?.[1]

/** More than one word of it: a colour alone may be that of a thing. */
export const isLook = (text: string, { look }: Subjects) => (text.match(every(look))?.length ?? 0) > 1
