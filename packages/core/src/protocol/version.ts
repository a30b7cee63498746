import type * as z from "zod/mini"

/** Of version 1 of the wire: one more with every field that clients may send from then on. */
export const MINOR = 1

/** In which a client of the HTTP API says its own; on a socket it is that of the ticket, and `hello` has it too. */
export const MINOR_HEADER = "spec-wizard-minor"

/** What a client says; undefined when it says none, or nothing that could be one. */
export const minorOf = (said: unknown): number | undefined =>
  /^\d{1,6}$/.test(String(said)) ? Number(said) : undefined

/**
 * As the schema parses it. Fields that it does not know are left out where the client is of a newer minor than ours, since somebody is going to know
 * them; of our own or an older one they are refused like any other mistake.
 */
export function parseOf<Schema extends z.ZodMiniType>(
  minor: number | undefined,
  schema: Schema,
  input: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> {
  const result = schema.safeParse(input)
  const isNewer = minor !== undefined && minor > MINOR
  const plain = isNewer && result.error ? withoutUnknown(input, result.error.issues) : undefined
  return plain === undefined ? result : schema.safeParse(plain)
}

/** A copy without the fields that were not known; undefined when something else is wrong, too. */
function withoutUnknown(input: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(input)
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") return undefined
    const holder = issue.path.reduce<unknown>((found, step) => Object(found)[step], copy)
    for (const key of issue.keys) Reflect.deleteProperty(Object(holder), key)
  }
  return copy
}
