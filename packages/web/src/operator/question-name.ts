import { operatorWords } from "../words/operator.ts"

const names: Partial<Record<string, string>> = operatorWords.questions

/** In plain words; a question of a later version by its own name, in which dots and dashes stand for spaces. */
export function questionName(question: string): string {
  const known = names[question] ?? question.replace(/[.\-_]+/g, " ")
  return known.charAt(0).toUpperCase() + known.slice(1)
}
