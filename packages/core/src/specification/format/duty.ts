import type { Ears } from "../schema.ts"

/**
 * A requirement as tools look for it: EARS with its keywords in English capitals, whatever language stands between them. Plain text.
 * @see https://kiro.dev/docs/specs/concepts/
 */
export function duty(ears: Ears): string {
  const system = ANY_SYSTEM.test(ears.system) ? "THE SYSTEM" : ears.system
  const parts = [
    ...(ears.where ? [`WHERE ${ears.where}`] : []),
    ...(ears.while ? [`WHILE ${ears.while}`] : []),
    ...(ears.when ? [`WHEN ${ears.when}`] : []),
    ...(ears.if ? [`IF ${ears.if}`] : []),
  ]
  return [...parts, `${ears.if ? "THEN " : ""}${system} SHALL ${ears.shall}`].join(", ")
}

/** "The system" of the four languages. */
const ANY_SYSTEM = /^(?:the system|das system|el sistema|le système)$/i
