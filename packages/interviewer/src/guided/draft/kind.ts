import { isSmall } from "../read/language.ts"
import { words } from "../read/words.ts"
import { isMoney, isTime } from "./amount.ts"
import { cue } from "./cue.ts"
import type { Making } from "./making.ts"
import type { Statement } from "./statement.ts"

/**
 * What a statement is, seen by itself. In a conversation it was sorted by the question before it, which decides what is asked next; a
 * document is read without the question.
 */
export function sorted(statement: Statement, making: Making): Statement {
  const kind = kindOf(statement, making)
  if (kind === undefined) return statement
  const topic =
    kind === "entity" ? (KEPT.test(statement.text) ? "retention" : "data") : (TOPIC[kind] ?? statement.topic)
  return { ...statement, kind, topic, ...(kind === "entity" && { labelled: statement.text }) }
}

const TOPIC: Partial<Record<Statement["kind"], string>> = { term: "terms", integration: "integrations" }

function kindOf(statement: Statement, making: Making): Statement["kind"] | undefined {
  const { kind, topic, text, tokens, numbers, reading, reference, evidence } = statement
  const { language } = making.heard
  const known = words(language)
  if (kind === "decision" && topic === "success") return "measure"
  if (kind === "question" || kind === "assumption" || kind === "decision" || evidence === "default") return undefined
  if (MEANING.test(text)) return "term"
  if (KEPT.test(text) && numbers.some(({ unit }) => isTime(unit))) return "entity"
  const isLoose = numbers.length === 0 && tokens.length <= LONGEST_ASIDE && reference === undefined
  if (isLoose && kind !== "exclusion" && cue(tokens, language, "later")) return "scope"
  if (kind === "rule" && reading.vague.length > 0 && numbers.length === 0 && reference === undefined) return "quality"
  if (kind === "role" && topic === "users" && reading.roles.length === 0) {
    if (MODAL.test(text)) return "requirement"
    return tokens.some(({ word }) => COPULA.has(word)) ? "scope" : undefined
  }
  if (kind === "requirement") {
    if (topic !== "notifications" && denies(statement, making)) return "exclusion"
    if (reading.strong.has("integrations") && INTEGRATING.has(topic)) return "integration"
    return isTerms(statement, making) ? "rule" : undefined
  }
  if (kind !== "quality") return undefined
  if (topic === "volume" && numbers.length > 0 && numbers.every(({ unit }) => unit === "o'clock")) return "rule"
  if (topic === "privacy" && tokens.length <= BARE && cue(tokens, language, "personal")) return "entity"
  const isAct = reference !== undefined && known.roles(tokens.slice(0, 2)).length > 0 && MODAL.test(text)
  return isAct ? "requirement" : undefined
}

const BARE = 3
const LONGEST_ASIDE = 12

/** "By groomer we mean …" */
const MEANING =
  /^(?:by .{2,40} we mean|mit .{2,40} meinen wir|por .{2,40} entendemos|par .{2,40} (?:nous entendons|on entend)) /i
/** "Keep everything for 3 years" */
const KEPT = /^(?:please )?(?:keep|store|delete|erase|archive|conservar|guardar|borrar|conserver|garder|supprimer)\b/i
export const MODAL =
  /(?<!\p{L})(?:may|can|should|must|dürfen|darf|können|kann|sollen|soll|müssen|muss|pueden?|deben?|peuvent|peut|doivent|doit)(?!\p{L})/iu
const COPULA = new Set(["is", "are", "was", "ist", "sind", "war", "es", "son", "esta", "est", "sont", "etait"])

/** Topics in which the name of another program says more than the topic. */
const INTEGRATING = new Set(["payment", "data", "reports", "scope"])

/** "No accounts though" leaves something out, whatever its topic. */
const denies = ({ tokens }: Statement, { heard }: Making) =>
  words(heard.language)
    .negation(tokens)
    .some(({ at, length }) => at === 0 && tokens.length > length && tokens.length <= 16)

/** "Hotels charge 10 % commission" is how the business works, not what the system does. */
const isTerms = ({ topic, numbers, tokens, text }: Statement, { heard, wording }: Making) =>
  topic === "payment" &&
  numbers.some(({ unit }) => unit === "%" || isMoney(unit)) &&
  words(heard.language).roles(tokens.slice(0, 2)).length > 0 &&
  !MODAL.test(text) &&
  !wording.wish.test(text)

/** Says something about what is to be built; a remark about the weather does not. */
export function isTelling({ tokens, text, numbers, reading }: Statement, { heard, wording }: Making): boolean {
  const known = words(heard.language)
  return (
    tokens.some(({ word }) => !isSmall(heard.language, word)) &&
    (numbers.length > 0 ||
      wording.wish.test(text) ||
      known.roles(tokens).length > 0 ||
      known.activities(tokens).length > 0 ||
      reading.named)
  )
}
