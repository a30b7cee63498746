import type { Suspicion } from "./plan.ts"
import type { Output, Pulumi } from "./pulumi.ts"

/** Inputs that rightly come to nothing: a function without versions has no qualifier. */
const OPTIONAL = ["aws:lambda/permission:Permission qualifier"]

/**
 * Watches every resource made from now on for inputs that were made from another resource and came to nothing. Pulumi leaves those out
 * without a word. Either the configuration asks for something that is not there, or attributes.ts does not know of it yet.
 */
export function watchOutputs({ runtime, Output }: Pulumi): () => Promise<Suspicion[]> {
  const watched: Promise<Suspicion[]>[] = []
  runtime.registerStackTransformation(({ type, props, resource }) => {
    for (const [path, output] of outputsIn(props, "")) {
      if (!OPTIONAL.includes(`${type} ${path}`)) watched.push(lost(output, path, resource))
    }
    return undefined
  })
  return async () => (await Promise.all(watched)).flat()

  function outputsIn(value: unknown, path: string): [string, Output][] {
    if (Output.isInstance(value)) return [[path, value]]
    if (!isPlain(value)) return []
    return Object.entries(value).flatMap(([key, each]) => outputsIn(each, path ? `${path}.${key}` : key))
  }
}

/** `resource` has its URN only after it was registered. */
async function lost(output: Output, path: string, resource: { urn: Output }): Promise<Suspicion[]> {
  const [value, from] = await Promise.all([output.promise(), output.allResources?.() ?? new Set()])
  if (value !== undefined || from.size === 0) return []
  return [
    { urn: String(await resource.urn.promise()), path, value: "nothing, though it was made from another resource" },
  ]
}

/** Not a resource, nor an asset. */
const isPlain = (value: unknown): value is object =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value))
