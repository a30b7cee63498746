import type { Ears } from "../schema.ts"

/**
 * A requirement as tools look for it: EARS with its keywords in English capitals, whatever language stands between them. Plain text.
 * @see https://kiro.dev/docs/specs/concepts/
 */
export function duty(ears: Ears): string {
  const parts = [
    ...(ears.where ? [`WHERE ${ears.where}`] : []),
    ...(ears.while ? [`WHILE ${ears.while}`] : []),
    ...(ears.when ? [`WHEN ${ears.when}`] : []),
    ...(ears.if ? [`IF ${ears.if}`] : []),
  ]
  return [...parts, `${ears.if ? "THEN " : ""}${response(ears)}`].join(", ")
}

/** What it does, without saying when. */
export const response = ({ system, shall }: Ears): string =>
  `${ANY_SYSTEM.test(system) ? "THE SYSTEM" : system} SHALL ${shall}`

/** "The system" of the four languages. */
const ANY_SYSTEM = /^(?:the system|das system|el sistema|le système)$/i
