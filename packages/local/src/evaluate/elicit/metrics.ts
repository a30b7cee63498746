import { count, type Metric, median, most, share } from "../figure.ts"

/** After how many questions a reader of the shares looks. */
export const LOOKS = [5, 10, 12, 25] as const

const at = <N extends number>(questions: N) => ({
  head: `at${questions}`,
  of: share,
  better: "more" as const,
  means: `hidden facts told within ${questions} questions`,
})

/** What is measured of an interview, in the order of the table. */
export const metrics = {
  at5: at(5),
  at10: at(10),
  at12: at(12),
  at25: at(25),
  questions: { head: "quest", of: count, better: "less", means: "questions asked (offers to sum up are none)" },
  effective: { head: "eff", of: share, better: "more", means: "questions that brought a fact" },
  lastfive: {
    head: "last5",
    of: share,
    better: "more",
    means: "of the last five questions, those that brought a fact",
  },
  doubles: { head: "dbl", of: count, better: "less", means: "replies with two question marks or more" },
  words: { head: "words", of: median, better: "less", means: "words per question, median" },
  longest: { head: "max", of: most, better: "less", means: "words of the longest question" },
  repeated: { head: "rep", of: count, better: "less", means: "questions asked before, word for word" },
  quoted: { head: "quot", of: share, better: "more", means: "told facts that stand in the quotes of live lines" },
  kind: { head: "kind", of: share, better: "more", means: "told facts that stand in a line of a kind that fits" },
  donated: {
    head: "don",
    of: share,
    better: "more",
    means: "facts of the opening that stand in a line of a kind that fits",
  },
  changed: {
    head: "chg",
    of: share,
    better: "more",
    means: "changes of mind honoured: the old no longer stands, or both are shown as open",
  },
  silent: {
    head: "sil",
    of: count,
    better: "less",
    means: "replies without a question, before the visitor had agreed to end",
  },
  closed: {
    head: "close",
    of: share,
    better: "more",
    means: 'interviews that end with a reply that asks nothing: on its own, once agreed to sum up, or at "that\'s all"',
  },
} as const satisfies Record<string, Metric>

export type Name = keyof typeof metrics
