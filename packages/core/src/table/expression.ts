/** A condition in DynamoDB's own language: `#name` stands for the attribute `name`, `:name` for a value in `values`. */
export type Condition = { if: string; values?: Record<string, unknown> }

export type Change = {
  set?: Record<string, unknown>
  /** To a number, or to a set: what is in it already is not added. */
  add?: Record<string, number | Set<string>>
  remove?: readonly string[]
}

/** The request fields for a condition; every `#name` it mentions is declared, so reserved words need no thought. */
export function conditionOf(condition: Condition) {
  return {
    ConditionExpression: condition.if,
    ...attributes(namesIn(condition.if), prefixed(condition.values)),
  }
}

/** The request fields for an update with an optional condition. `undefined` values in `set` are left out. */
export function updateOf(change: Change, condition?: Condition) {
  const set = Object.entries(change.set ?? {}).filter(([, value]) => value !== undefined)
  const add = Object.entries(change.add ?? {})
  const remove = change.remove ?? []
  const clauses = [
    set.length > 0 && `SET ${set.map(([name]) => `#${name} = :set_${name}`).join(", ")}`,
    add.length > 0 && `ADD ${add.map(([name]) => `#${name} :add_${name}`).join(", ")}`,
    remove.length > 0 && `REMOVE ${remove.map((name) => `#${name}`).join(", ")}`,
  ].filter(Boolean)
  const names = [...set.map(([name]) => name), ...add.map(([name]) => name), ...remove]
  const values = {
    ...Object.fromEntries(set.map(([name, value]) => [`:set_${name}`, value])),
    ...Object.fromEntries(add.map(([name, value]) => [`:add_${name}`, value])),
    ...prefixed(condition?.values),
  }
  return {
    UpdateExpression: clauses.join(" "),
    ...(condition && { ConditionExpression: condition.if }),
    ...attributes([...names, ...namesIn(condition?.if ?? "")], values),
  }
}

const namesIn = (expression: string) => [...expression.matchAll(/#(\w+)/g)].map((match) => match[1] ?? "")

const prefixed = (values: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]))

/** DynamoDB refuses an empty map, so empty ones are left out. */
function attributes(names: string[], values: Record<string, unknown>) {
  return {
    ...(names.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  }
}
