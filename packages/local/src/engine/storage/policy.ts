import * as z from "zod/mini"
import { denied, StorageError } from "./error.ts"

const Policy = z.object({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal("content-length-range"), z.number(), z.number()]),
      z.tuple([z.enum(["eq", "starts-with"]), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
})

/** The policy itself, and what proves it, are not what it speaks of. */
const UNCOVERED = /^(policy|x-amz-signature|x-ignore-.*)$/

/**
 * Holds a form against the policy that came with it, which was signed.
 * @param fields by lower-case names, the bucket that is written to among them
 * @returns how large the file may be
 * @throws {StorageError} when the policy is over, a condition does not hold, or a field stands under none
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function assertPolicy(
  fields: ReadonlyMap<string, string>,
  now: number,
): { minBytes?: number; maxBytes?: number } {
  const { expiration, conditions } = parse(fields.get("policy") ?? "")
  const expiresAt = Date.parse(expiration)
  if (Number.isNaN(expiresAt)) throw malformed()
  if (now >= expiresAt) throw refused("Policy expired.")
  const covered = new Set<string>()
  let limits = {}
  for (const condition of conditions) {
    if (Array.isArray(condition) && condition[0] === "content-length-range") {
      limits = { minBytes: condition[1], maxBytes: condition[2] }
      continue
    }
    for (const [operator, name, expected] of matchesIn(condition)) {
      covered.add(name)
      if (!holds(operator, name, fields.get(name), expected))
        throw refused(`Policy Condition failed: ${JSON.stringify(condition)}`)
    }
  }
  const extra = [...fields.keys()].filter((name) => !covered.has(name) && !UNCOVERED.test(name))
  if (extra.length > 0) throw refused(`Extra input fields: ${extra.join(", ")}`)
  return limits
}

type Match = [operator: "eq" | "starts-with", name: string, expected: string]

/** `["starts-with", "$key", "up/"]`, or `{ "acl": "private" }` for equality. */
function matchesIn(condition: ["eq" | "starts-with", string, string] | Record<string, string>): Match[] {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([name, expected]) => ["eq", name.toLowerCase(), expected])
  const [operator, name, expected] = condition
  if (!name.startsWith("$")) throw malformed()
  return [[operator, name.slice(1).toLowerCase(), expected]]
}

function holds(operator: Match[0], name: string, value: string | undefined, expected: string): boolean {
  if (value === undefined) return false
  if (operator === "eq") return value === expected
  // S3 reads a content type with commas as a list, each of which must begin so.
  const values = name === "content-type" ? value.split(",").map((one) => one.trim()) : [value]
  return values.every((one) => one.startsWith(expected))
}

function parse(base64: string): z.infer<typeof Policy> {
  try {
    return Policy.parse(JSON.parse(Buffer.from(base64, "base64").toString("utf8")))
  } catch {
    throw malformed()
  }
}

const malformed = () =>
  new StorageError(400, "InvalidPolicyDocument", "The content of the form does not meet the conditions of a policy.")

const refused = (why: string) => denied(`Invalid according to Policy: ${why}`)
