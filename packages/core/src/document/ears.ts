import type { Document, Ears } from "../protocol/document.ts"
import { begun, ended } from "../text.ts"

type Language = Document["language"]
type Part = "where" | "while" | "when" | "if"
const PARTS: readonly Part[] = ["where", "while", "when", "if"]

type Grammar = {
  part: Record<Part, string>
  /** The rest, after the parts and without them: in German the verb changes its place. */
  main: (system: string, shall: string) => string
  after: (system: string, shall: string) => string
}

const grammars: Readonly<Record<Language, Grammar>> = {
  en: {
    part: { where: "where", while: "while", when: "when", if: "if" },
    main: (system, shall) => `${system} shall ${shall}`,
    after: (system, shall) => `${system} shall ${shall}`,
  },
  de: {
    part: { where: "wo", while: "solange", when: "wenn", if: "falls" },
    main: (system, shall) => `${system} muss ${shall}`,
    after: (system, shall) => `muss ${system} ${shall}`,
  },
  es: {
    part: { where: "donde", while: "mientras", when: "cuando", if: "si" },
    main: (system, shall) => `${system} debe ${shall}`,
    after: (system, shall) => `${system} debe ${shall}`,
  },
  fr: {
    part: { where: "là où", while: "tant que", when: "quand", if: "si" },
    main: (system, shall) => `${system} doit ${shall}`,
    after: (system, shall) => `${system} doit ${shall}`,
  },
}

/** The requirement's sentence: "When the 13th cake is ordered, the system shall refuse it." */
export function render(ears: Ears, language: Language): string {
  const grammar = grammars[language]
  const parts = PARTS.flatMap((part) => (ears[part] ? [`${grammar.part[part]} ${ears[part]}`] : []))
  const sentence =
    parts.length > 0
      ? `${parts.join(", ")}, ${grammar.after(ears.system, ears.shall)}`
      : grammar.main(ears.system, ears.shall)
  return ended(begun(sentence))
}
