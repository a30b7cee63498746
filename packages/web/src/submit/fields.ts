import { Contact } from "@spec-wizard/client"
import type { SubmissionWords } from "../words/submission/wording.ts"

type Field = keyof SubmissionWords["fields"]
type Kind = { name: Field; type: "text" | "email" | "tel"; autocomplete: string; isOptional: boolean; max: number }

/** In the order they are asked. */
export const FIELDS: readonly Kind[] = [
  { name: "name", type: "text", autocomplete: "name", isOptional: false, max: 200 },
  { name: "email", type: "email", autocomplete: "email", isOptional: false, max: 254 },
  { name: "company", type: "text", autocomplete: "organization", isOptional: true, max: 200 },
  { name: "phone", type: "tel", autocomplete: "tel", isOptional: true, max: 50 },
  { name: "budget", type: "text", autocomplete: "off", isOptional: true, max: 200 },
  { name: "timeline", type: "text", autocomplete: "off", isOptional: true, max: 200 },
]

export type Refused = Partial<Record<Field | "consent", "missing" | "long">>

/** What is in the form, by the rules the server goes by; or which fields do not keep to them. */
export function read(form: HTMLFormElement): { contact: Contact } | { refused: Refused } {
  const data = new FormData(form)
  const typed = FIELDS.map(({ name }) => [name, String(data.get(name) ?? "").trim()] as const)
  const given = typed.filter(([, text]) => text !== "")
  const result = Contact.safeParse({ ...Object.fromEntries(given), consent: data.has("consent") })
  if (result.success) return { contact: result.data }
  const issues = result.error.issues.map(({ path, code }) => [path[0], code === "too_big" ? "long" : "missing"])
  return { refused: Object.fromEntries(issues) }
}
