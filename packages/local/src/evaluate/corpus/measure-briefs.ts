import * as z from "zod/mini"
import type { Converse } from "../conversation.ts"
import { measure, type Result } from "../measure.ts"
import type { BriefOptions } from "../options.ts"
import { legend, misses, table, total } from "../report.ts"
import { Lines, Written } from "../run.ts"
import { type Brief, readBriefs } from "./brief.ts"
import { metrics } from "./metrics.ts"
import { score } from "./score.ts"
import { tap } from "./tap.ts"

/** `sorted`: the document's lines once the visitor has sorted those that were not. */
const Run = z.object({ ...Written.shape, sorted: z.optional(Lines) })
type Run = z.infer<typeof Run>

/** Plays briefs and measures what became of every sentence. @throws {StartError} when the briefs cannot be read */
export async function measureBriefs(options: BriefOptions, converse: Converse): Promise<Result> {
  const briefs = await readBriefs(options)
  const { scored, failed } = await measure(briefs, options, {
    run: Run,
    play: (brief) => play(brief, converse),
    score: (run, brief) => scoreBoth(run, brief, options.isSorted),
  })
  const written = scored.map((one) => one.written)
  const sorted = scored.flatMap((one) => one.sorted ?? [])
  const judged = options.isSorted ? sorted : written
  const titled = (title: string, rows: typeof written) => `${title}\n${table(metrics, "brief", rows)}`
  return {
    subject: `briefs: ${briefs.length}`,
    tables: [
      titled("As it was written", written),
      ...(sorted.length > 0 ? [titled("Once the visitor has sorted the unsorted lines", sorted)] : []),
      legend(metrics),
    ],
    details: judged.map(({ name, notes }) => [name, ...notes.map((note) => `  ${note}`)].join("\n")),
    misses: misses(metrics, total(metrics, judged), options.thresholds),
    failed,
  }
}

function scoreBoth({ messages, items, sorted }: Run, brief: Brief, isSorted: boolean) {
  if (isSorted && !sorted) throw new Error("it was saved before the visitor had sorted anything")
  return {
    written: score({ messages, items }, brief),
    sorted: sorted && score({ messages, items: sorted }, brief),
  }
}

/** The whole conversation, the document at its end, and the same sorted by taps. */
async function play(brief: Brief, converse: Converse): Promise<Run> {
  const conversation = await converse()
  try {
    for (const message of brief.messages) await conversation.say(message)
    const written = await conversation.written()
    await conversation.edit(tap(written.items, brief))
    return { ...written, sorted: (await conversation.written()).items }
  } finally {
    conversation.close()
  }
}
