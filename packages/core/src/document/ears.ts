import type { Document, Ears } from "../protocol/document.ts"

type Language = Document["language"]
type Part = "where" | "while" | "when" | "if"
const PARTS: readonly Part[] = ["where", "while", "when", "if"]

type Grammar = {
  system: string
  part: Record<Part, string>
  /** The rest, after the parts and without them: in German the verb changes its place. */
  main: (system: string, shall: string) => string
  after: (system: string, shall: string) => string
  /** What a clause becomes that cannot be turned into "shall" without knowing grammar: it stands as it was said. */
  verbatim: (clause: string) => string
  /** Beginnings of a sentence that are parts of it; the comma ends them. */
  leads: [Part, RegExp][]
}

const grammars: Readonly<Record<Language, Grammar>> = {
  en: {
    system: "the system",
    part: { where: "where", while: "while", when: "when", if: "if" },
    main: (system, shall) => `${system} shall ${shall}`,
    after: (system, shall) => `${system} shall ${shall}`,
    verbatim: (clause) => `provide for this: ${clause}`,
    leads: [
      ["while", /^(?:while|as long as)\s+/i],
      ["if", /^(?:if|in case)\s+/i],
      ["when", /^(?:when|whenever|as soon as|once)\s+/i],
    ],
  },
  de: {
    system: "das System",
    part: { where: "wo", while: "solange", when: "wenn", if: "falls" },
    main: (system, shall) => `${system} muss ${shall}`,
    after: (system, shall) => `muss ${system} ${shall}`,
    verbatim: (clause) => `Folgendes ermöglichen: ${clause}`,
    leads: [
      ["while", /^(?:solange|während)\s+/i],
      ["if", /^(?:falls)\s+/i],
      ["when", /^(?:wenn|sobald)\s+/i],
    ],
  },
  es: {
    system: "el sistema",
    part: { where: "donde", while: "mientras", when: "cuando", if: "si" },
    main: (system, shall) => `${system} debe ${shall}`,
    after: (system, shall) => `${system} debe ${shall}`,
    verbatim: (clause) => `permitir lo siguiente: ${clause}`,
    leads: [
      ["while", /^mientras\s+/i],
      ["if", /^(?:si|en caso de que)\s+/i],
      ["when", /^(?:cuando|en cuanto)\s+/i],
    ],
  },
  fr: {
    system: "le système",
    part: { where: "là où", while: "tant que", when: "quand", if: "si" },
    main: (system, shall) => `${system} doit ${shall}`,
    after: (system, shall) => `${system} doit ${shall}`,
    verbatim: (clause) => `permettre ceci : ${clause}`,
    leads: [
      ["while", /^(?:tant que|pendant que)\s+/i],
      ["if", /^(?:si|au cas où)\s+/i],
      ["when", /^(?:quand|lorsque|dès que)\s+/i],
    ],
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
  return ended(sentence.charAt(0).toUpperCase() + sentence.slice(1))
}

/** What was said, as the parts of a requirement. Where grammar would be needed to turn a clause round, it stands as it was said. */
export function parse(said: string, language: Language): Ears {
  const grammar = grammars[language]
  let rest = said.trim().replace(/[.;,\s]+$/, "")
  const found: Partial<Record<Part, string>> = {}
  for (const [part, lead] of grammar.leads) {
    const begin = lead.exec(rest)?.[0].length
    const comma = rest.indexOf(", ")
    if (begin === undefined || comma < begin + 3 || comma > 300 || rest.length - comma < 6) continue
    found[part] = rest.slice(begin, comma)
    rest = rest.slice(comma + 2).replace(/^(?:then|dann|entonces|alors)\s+/i, "")
  }
  const shall = rendered(rest, grammar) ?? ((language === "en" && duty(rest)) || grammar.verbatim(rest))
  return { pattern: patternOf(found), ...found, system: grammar.system, shall }
}

/** What `render` made is read back as it was: somebody changed a word of the sentence. */
function rendered(clause: string, { system, main, after }: Grammar): string | undefined {
  for (const lead of [main(system, ""), after(system, "")])
    if (clause.toLowerCase().startsWith(lead.toLowerCase()) && clause.length > lead.length)
      return clause.slice(lead.length)
  return undefined
}

function patternOf(found: Partial<Record<Part, string>>): Ears["pattern"] {
  const parts = PARTS.filter((part) => found[part])
  if (parts.length > 1) return "complex"
  const [part] = parts
  if (part === undefined) return "ubiquitous"
  return ({ where: "optional", while: "state", when: "event", if: "unwanted" } as const)[part]
}

const SYSTEM = /^(?:the |our |this )?(?:system|site|web ?site|app|application|software|tool|platform|portal)\s+/i
const MUST = /^(?:must|shall|should|has to|needs to|will)\s+/i
const MAY = /^(.{2,90}?)\s+(?:can|may|should be able to|must be able to|are able to|is able to)\s+(?!not\b)(.+)$/i
const MAY_NOT = /^(.{2,90}?)\s+(?:cannot|can't|can not|may not|must not|mustn't|should not|shouldn't)\s+(.+)$/i

/** English only: "customers can pay by card" becomes "let customers pay by card". */
function duty(clause: string): string | undefined {
  const subject = SYSTEM.exec(clause)?.[0]
  const own = subject === undefined ? undefined : clause.slice(subject.length)
  if (own !== undefined && MUST.test(own)) return own.replace(MUST, "")
  const [, whoNot, whatNot] = MAY_NOT.exec(clause) ?? []
  if (whoNot && whatNot && isSubject(whoNot)) return `never let ${inside(whoNot)} ${whatNot}`
  const [, who, what] = MAY.exec(clause) ?? []
  return who && what && isSubject(who) ? `let ${inside(who)} ${what}` : undefined
}

/** A few words that name somebody; pronouns would point at nobody in a document. */
const isSubject = (words: string) =>
  words.split(" ").length <= 8 &&
  !/^(?:i|we|you|they|it|he|she|this|that|there|who|which|what)\b/i.test(words) &&
  !/[,;:?]/.test(words)

/** Inside a sentence, names and abbreviations keep their capital; only words that never are names lose it. */
const inside = (words: string) =>
  /^(?:The|A|An|Each|Every|All|Any|Only|No|Our|Both|New|Some|Regular|[A-Z][a-z]+s)\b/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words

const ended = (sentence: string) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)
