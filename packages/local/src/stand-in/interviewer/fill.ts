import type { Schema } from "../schema.ts"

/** What to put where, by the names of fields. `each` is for the first list of objects on the way down: one object for each. */
export type Wish = { each?: Wish[]; [field: string]: unknown }

/** A value that fits the schema and says what was wished for; fields nobody asks for and nobody wished for are left out. */
export function fill(schema: Schema, wish: Wish, name = "", root = schema): unknown {
  const resolved = deref(schema, root)
  if (resolved.const !== undefined) return resolved.const
  if (resolved.enum) return resolved.enum.includes(wish[name]) ? wish[name] : resolved.enum[0]
  const branches = resolved.anyOf ?? resolved.oneOf
  if (branches) {
    const scored = branches.map((branch) => ({ branch, score: score(deref(branch, root), wish, name, root) }))
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { branch: {}, score: Number.NEGATIVE_INFINITY })
    return fill(best.branch, wish, name, root)
  }
  switch (typeOf(resolved, wish, name)) {
    case "object":
      return object(resolved, wish, root)
    case "array":
      return list(resolved, wish, name, root)
    case "string":
      return text(wish[name] ?? wish["text"], resolved)
    case "number":
    case "integer":
      return typeof wish[name] === "number" ? wish[name] : (resolved.minimum ?? 1)
    case "boolean":
      return wish[name] === true
    default:
      return wish[name] ?? null
  }
}

function object({ properties = {}, required = [] }: Schema, wish: Wish, root: Schema): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(
    ([name, property]) => required.includes(name) || name in wish || isWishedList(property, wish, root),
  )
  return Object.fromEntries(wanted.map(([name, property]) => [name, fill(property, wish, name, root)]))
}

function list({ items = {}, minItems = 0 }: Schema, wish: Wish, name: string, root: Schema): unknown[] {
  const { each, ...rest } = wish
  const wished = wish[name]
  if (Array.isArray(wished)) return wished
  if (each) return each.map((one) => fill(items, { ...rest, ...one }, name, root))
  const length = Math.max(minItems, knows(items, wish, root) ? 1 : 0)
  return Array.from({ length }, () => fill(items, rest, name, root))
}

/** How well a branch suits: its fixed fields say what is wished, and it is nothing only where nothing is. */
function score(branch: Schema, wish: Wish, name: string, root: Schema): number {
  if (branch.type === "null") return name in wish ? -1 : 1
  return Object.entries(branch.properties ?? {})
    .map(([field, property]) => {
      const { const: fixed, enum: allowed = fixed === undefined ? undefined : [fixed] } = deref(property, root)
      return allowed === undefined || !(field in wish) ? 0 : allowed.includes(wish[field]) ? 2 : -2
    })
    .reduce<number>((sum, one) => sum + one, 0)
}

/** A list of objects, when one is wished for each of something, or when they are sources and a quote is at hand. */
function isWishedList(schema: Schema, wish: Wish, root: Schema): boolean {
  const { items } = deref(schema, root)
  return items !== undefined && (wish.each ? deref(items, root).type === "object" : knows(items, wish, root))
}

const knows = (schema: Schema, wish: Wish, root: Schema) =>
  "quote" in wish && "quote" in (deref(schema, root).properties ?? {})

function typeOf({ type, properties, items }: Schema, wish: Wish, name: string): string | undefined {
  const types = Array.isArray(type) ? type : type ? [type] : properties ? ["object"] : items ? ["array"] : []
  if (types.includes("null") && !(name in wish)) return "null"
  return types.find((one) => one !== "null")
}

function text(wished: unknown, { maxLength = 2_000 }: Schema): string {
  return (typeof wished === "string" ? wished : String(wished ?? "")).slice(0, maxLength).toWellFormed()
}

function deref(schema: Schema, root: Schema): Schema {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? "")?.[1]
  return name === undefined ? schema : (root.$defs?.[name] ?? {})
}
