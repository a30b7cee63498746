import type { Language } from "@spec-wizard/core/document/wording"
import type { Sheet } from "./sheet.ts"
import { words } from "./words.ts"

/** The sheet with these characters as their code points, which the template frames, and a list of them at its end. */
export function framed(sheet: Sheet, characters: ReadonlySet<string>, language: Language): Sheet {
  const { frames, framed } = words[language]
  const list = { type: "note", label: framed, ids: [...characters].map(codePointOf).join(", ") } as const
  const whole = JSON.stringify({ ...sheet, sections: [...sheet.sections, { heading: frames, blocks: [list] }] })
  const said = [...characters].reduce((text, one) => text.replaceAll(one, `⟨${codePointOf(one)}⟩`), whole)
  return JSON.parse(said) as Sheet // the same but for what stands inside its strings
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
