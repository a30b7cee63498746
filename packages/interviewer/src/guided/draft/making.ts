import { sentenceCase } from "../gist.ts"
import * as Memory from "../memory.ts"
import { phrases } from "../phrase/phrases.ts"
import type { Language } from "../read/language.ts"
import { words } from "../read/words.ts"
import type { Heard } from "./heard.ts"
import { type Wording, wordings } from "./wording/wording.ts"

/** What lines are made with. `written` is the language of the document, which may not be the message's. */
export type Making = {
  heard: Heard
  written: Language
  wording: Wording
  /** Whom "they" points at: "customers". */
  who: string
  /** What it is all about, where it is plain: "Orders". */
  things?: string
}

const PLAIN = 2

export function making(heard: Heard, written: Language): Making {
  const { lexicon } = words(heard.language)
  const role = Memory.frequent(heard.after.roles)
    .map(({ id }) => lexicon.roles.find((one) => one.id === id))
    .find((one) => one !== undefined && one.side === "public")
  const activity = Memory.frequent(heard.after.activities).find(({ times }) => times >= PLAIN)
  const things = Object.entries(words(written).lexicon.activities).find(([id]) => id === activity?.id)?.[1].things
  return {
    heard,
    written,
    wording: wordings[written],
    who: role?.name ?? phrases[heard.language].people,
    ...(things !== undefined && { things: sentenceCase(things) }),
  }
}
