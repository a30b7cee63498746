/** What this process has learned of a model at its address, and need not learn anew with every turn. */
export type Habits = {
  /** Fields of a request that it takes for a mistake. */
  readonly refused: Set<string>
  /** It begins an answer with thoughts that end in a lone `</think>`; undefined before its first answer. */
  thinksAloud: boolean | undefined
}

const known = new Map<string, Habits>()

/** A deployment asks a handful of models. */
const MAX_KNOWN = 100

export function habitsOf({
  provider,
  model,
  baseUrl = "",
}: {
  provider: string
  model: string
  baseUrl?: string
}): Habits {
  const name = JSON.stringify([provider, baseUrl, model])
  const habits = known.get(name) ?? { refused: new Set(), thinksAloud: undefined }
  known.set(name, habits)
  const [oldest] = known.keys()
  if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest)
  return habits
}
