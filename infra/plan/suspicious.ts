import type { Suspicion } from "./plan.ts"
import { type Properties, UNKNOWN } from "./pulumi.ts"

/** What JavaScript writes where an Output, an object or nothing at all was taken for text. */
const TRACES = ["Calling [toString]", "[object Object]", "[object Promise]", UNKNOWN]
const WORDS = /\b(undefined|NaN)\b/

/** `isSecret`: of a text that is not marked as one. */
export function suspicious(urn: string, inputs: Properties, isSecret: (text: string) => boolean): Suspicion[] {
  return within(inputs, "")

  function within(value: unknown, path: string): Suspicion[] {
    if (typeof value === "string") return isOdd(value, path) ? [{ urn, path, value: excerpt(value) }] : []
    if (typeof value === "number") return Number.isFinite(value) ? [] : [{ urn, path, value: String(value) }]
    // In a list, what should have been a value and was none is kept as null; elsewhere it is left out.
    if (Array.isArray(value)) return value.flatMap((each, index) => within(each ?? "undefined", `${path}[${index}]`))
    if (!value || typeof value !== "object" || "$secret" in value) return []
    return Object.entries(value).flatMap(([key, each]) => within(each, path ? `${path}.${key}` : key))
  }

  function isOdd(text: string, path: string): boolean {
    if (TRACES.some((trace) => text.includes(trace)) || isSecret(text)) return true
    // A program may well speak of what is undefined.
    if (path === "code") return false
    return WORDS.test(text) || (/^[[{]/.test(text) && /[[,]null[\],]/.test(text))
  }
}

const excerpt = (text: string) => (text.length > 200 ? `${text.slice(0, 200)} …` : text)
