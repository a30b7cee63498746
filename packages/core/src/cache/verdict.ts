import * as z from "zod/mini"
import type { Key } from "../table/table.ts"
import { type Deps, keep, look, type Reader } from "./store.ts"

/** A word such as `on_topic`, never anything that was said. */
const Verdict = z.string().check(z.regex(/^[a-z][a-z0-9_.-]{0,39}$/))

const Stored = z.object({ verdict: Verdict, microUsd: z.int() })

/** `hash` is `keyedDigestOf` the text and whatever else it was judged by: what is kept for all sessions tells nobody what was said in one. */
const keyFor = (hash: string): Key => ({ pk: `verdict#${hash}`, sk: "verdict" })

/** How the very same text was judged before, in whatever session; undefined when it was not, or too long ago. */
export const get = (deps: Reader, hash: string): Promise<string | undefined> =>
  look(deps, "verdict", keyFor(hash), (item) => {
    const { verdict, microUsd } = Stored.parse(item)
    return { value: verdict, microUsd }
  })

/** Keeps a verdict and what it cost. @throws when it is not one word: then it might quote */
export async function put(deps: Deps, hash: string, judged: { verdict: string; microUsd: number }): Promise<void> {
  const stored = { verdict: Verdict.parse(judged.verdict), microUsd: judged.microUsd }
  await keep(deps, "verdict", { ...keyFor(hash), ...stored })
}
