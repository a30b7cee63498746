/**
 * English alone: what somebody said, as what the system shall do. "Emma needs a list" becomes "give Emma a list". Undefined where it
 * would take more grammar than this; the words then stand as they were said. `who` is whom "they" points at.
 */
export function duty(said: string, who: string): string | undefined {
  const text = said.trim()
  if (IMPERATIVE.test(text)) return lower(text)
  for (const [pattern, turn] of TURNS) {
    const [, first, second] = pattern.exec(text) ?? []
    if (first === undefined || second === undefined) continue
    const subject = subjectOf(first, who)
    const turned = subject === undefined ? undefined : turn(subject, second)
    if (turned !== undefined) return turned
  }
  return undefined
}

/** What a wish is for: "people to be able to order cakes" becomes who and what. */
export function wished(rest: string, who: string): { goal: string; shall?: string } | undefined {
  const [, subject, verb] = /^(.{2,80}?) to (?:be able to )?(.+)$/i.exec(rest) ?? []
  const named = subject && subjectOf(subject, who)
  if (!named || !verb) {
    if (/^to \S+ \S+/i.test(rest)) return { goal: rest.slice(3) }
    // "A website for my band" says what for, "a new system" does not.
    return /^an? .{3,60}? (?:for|that|which|where|with) \S/i.test(rest) ? { goal: rest } : undefined
  }
  if (named === IT) return { goal: verb, shall: verb }
  return { goal: `${named} can ${verb}`, shall: `let ${named} ${verb}` }
}

const IMPERATIVE =
  /^(?:let|give|show|send|allow|notify|remind|offer|print|keep|store|record|list|ask|warn|export|import|support|accept|refuse|create|delete|calculate) (?!us\b|me\b|it\b|to\b)\S/i

const IT = "it"

type Turn = (subject: string, rest: string) => string | undefined

const can: Turn = (subject, rest) => {
  const [verb = "", ...others] = rest.replace(/^be able to /i, "").split(" ")
  if (/^(?:be|have|not|only|also|never|always)$/i.test(verb)) return undefined
  if (subject === IT) return rest
  if (/^see$/i.test(verb) && others.length > 0) return `show ${subject} ${others.join(" ")}`
  return `let ${subject} ${[verb, ...others].join(" ")}`
}

const TURNS: readonly (readonly [RegExp, Turn])[] = [
  // "Who can delete a member: only the chair"
  [/^who (?:can|may|is allowed to) (.{2,80}?): (?:only )?(.{2,60})$/i, (what, who) => `let only ${who} ${what}`],
  [
    /^(.{2,80}?) (?:would be|is|are) (?:nice|great|good|fine)(?: to have)?( too| as well|,? though)?$/i,
    (subject) => (subject === IT ? undefined : `offer ${subject} as well`),
  ],
  [
    /^(?:i|we)(?:['’]d| would)? (?:like|want|need) (.{2,80}?) to (?:be able to )?(.+)$/i,
    (subject, rest) => (subject === IT ? rest : `let ${subject} ${rest}`),
  ],
  [/^(.{2,90}?) (?:should|can|may|could|shall) (?!not\b)(.+)$/i, can],
  // Whoever must do something is not asked whether they want to.
  [
    /^(.{2,90}?) (?:must|has to|have to|needs to|need to) (?!not\b|be\b)(.+)$/i,
    (subject, rest) =>
      subject === IT
        ? rest
        : subject === TEAM || /^(?:see|know)\b/i.test(rest)
          ? can(subject, rest)
          : `require ${subject} to ${rest}`,
  ],
  [
    /^(.{2,90}?) (?:needs?|gets?|receives?) (?!to\b)(.+)$/i,
    (subject, rest) => (subject === IT ? undefined : `give ${subject} ${rest}`),
  ],
  [
    /^(they) ((?!are\b|were\b|have\b|see\b|get\b|need\b)[a-z]+ .+)$/i,
    (subject, rest) => (rest.includes(". ") ? undefined : `let ${subject} ${rest}`),
  ],
  [
    /^(.{2,60}?) (?:sees?) (.+)$/i,
    (subject, rest) => (subject === IT || rest.includes(". ") ? undefined : `show ${subject} ${rest}`),
  ],
  [/^(?:the )?(it|system|site|website|app|application|platform) (\w+s .+)$/i, (_, rest) => plainVerb(rest)],
  [/^((?:the|a|an|each|every) [^,]{2,60}?) (?:is|are) (\w+ .+)$/i, active],
  [
    /^((?:all |our )?(?:patients|members|customers|users|visitors|guests|students|pupils|parents|clients|volunteers|developers|teachers|trainers|managers|people|passengers|tenants|residents|players|donors|participants|drivers|technicians)) ((?!who\b|that\b|are\b|have\b|were\b|and\b|with\b|of\b|in\b)\w+ .+)$/i,
    (subject, rest) => (rest.includes(". ") ? undefined : `let ${subject} ${rest}`),
  ],
]

const TEAM = "the team"

/** A few words that name somebody or something. */
function subjectOf(words: string, who: string): string | undefined {
  if (/^(?:they|them|he|she|people who use it)$/i.test(words)) return who
  if (/^(?:we|i|us|me)$/i.test(words)) return TEAM
  if (
    /^(?:it|the system|the site|the website|the app|the tool|the platform|system|site|website|app|application|platform)$/i.test(
      words,
    )
  )
    return IT
  if (words.split(" ").length > 8 || /[,;:?.]/.test(words)) return undefined
  if (
    /\b(?:this|that|there|who|which|what|if|when|because|i|we|they|you|nobody|no|not|is|are|was|will|must|should)\b/i.test(
      words,
    )
  )
    return undefined
  return lower(words)
}

/** "the freed slot is offered to the waiting list" becomes "offer the freed slot to the waiting list". */
function active(subject: string, rest: string): string | undefined {
  const [participle = "", ...others] = rest.split(" ")
  const verb = VERBS[participle.toLowerCase()]
  return verb && `${verb} ${subject} ${others.join(" ")}`
}

/** Without grammar only those can be turned that are common and certain. */
const VERBS: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  offered: "offer",
  sent: "send",
  given: "give",
  shown: "show",
  recorded: "record",
  assigned: "assign",
  printed: "print",
  listed: "list",
  informed: "inform",
  notified: "notify",
  moved: "move",
  released: "release",
  charged: "charge",
  logged: "log",
})

/** "sends a reminder" becomes "send a reminder". */
function plainVerb(rest: string): string | undefined {
  const [verb = "", ...others] = rest.split(" ")
  if (/^(?:is|has|was|does|runs|this|its|as)$/i.test(verb)) return undefined
  const stem = verb.endsWith("ies")
    ? `${verb.slice(0, -3)}y`
    : /(?:ch|sh|ss|x|o)es$/.test(verb)
      ? verb.slice(0, -2)
      : verb.slice(0, -1)
  return [stem, ...others].join(" ")
}

/** Names and abbreviations keep their capital; only words that never are names lose it. */
const lower = (text: string) =>
  /^(?:The|A|An|Each|Every|All|Any|Only|No|Our|Both|New|Some|Regular|Let|Give|Show|Send|Allow|Notify|Remind|Offer|Print|Keep|Store|Record|List|Ask|Warn|Export|Import|Support|Accept|Refuse|Create|Delete|Calculate|Reception|Card|People|[A-Z][a-z]{2,}s)\b/.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
