import { count, type Metric, percentage, share } from "../figure.ts"

/** What is measured of a brief, in the order of the table. */
export const metrics = {
  conservation: {
    head: "cons",
    of: percentage,
    better: "more",
    means: "visitor's letters and digits that stand in a quote",
  },
  facts: { head: "facts", of: share, better: "more", means: "facts quoted by live lines" },
  kind: { head: "kind", of: share, better: "more", means: "facts that stand in a line of a kind that fits" },
  wrong: { head: "wrong", of: share, better: "less", means: "facts that stand only in lines of kinds that do not fit" },
  stray: {
    head: "stray",
    of: count,
    better: "less",
    means: "lines about a fact whose kind does not fit, whatever other lines it has",
  },
  lumped: {
    head: "lump",
    of: count,
    better: "less",
    means: "facts that stand only in quotes of a whole text, not in one of their own",
  },
  subject: { head: "subj", of: share, better: "more", means: "facts whose line still names who it is about" },
  outs: { head: "outs", of: share, better: "more", means: "things not wanted that are exclusions" },
  inversions: {
    head: "inv",
    of: count,
    better: "less",
    means: "lines that say the opposite, or are what they must not be",
  },
  noise: { head: "noise", of: count, better: "less", means: "small talk taken for content" },
  roles: { head: "roles", of: share, better: "more", means: "real roles found" },
  invented: { head: "r.inv", of: count, better: "less", means: "roles nobody has" },
  contradictions: { head: "contr", of: share, better: "more", means: "contradictions shown with both sides" },
  corrections: { head: "corr", of: share, better: "more", means: "corrections honoured" },
  numbers: { head: "num", of: share, better: "more", means: "numbers that survive" },
  duplicates: { head: "dup", of: count, better: "less", means: "live lines of the same quote and kind" },
  generated: {
    head: "gen",
    of: percentage,
    better: "less",
    means: "words of lines marked as theirs that no visitor said",
  },
  criteria: { head: "g.crit", of: percentage, better: "less", means: "the same, of acceptance criteria" },
  repeated: { head: "rep", of: count, better: "less", means: "questions asked twice" },
  known: { head: "known", of: count, better: "less", means: "questions that the first message had answered" },
  turns: { head: "turns", of: count, better: "less", means: "turns" },
} as const satisfies Record<string, Metric>

export type Name = keyof typeof metrics
