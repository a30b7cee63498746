import type { Converse } from "../conversation.ts"
import { type Metric, share } from "../figure.ts"
import { measure, type Result } from "../measure.ts"
import type { StakeholderOptions } from "../options.ts"
import { legend, misses, table, total } from "../report.ts"
import { pretend } from "./control.ts"
import { Interview } from "./interview.ts"
import { LOOKS, metrics } from "./metrics.ts"
import { play } from "./play.ts"
import { Aspect, readScenarios } from "./scenario.ts"
import { type Scored, score } from "./score.ts"

/** Plays scripted stakeholders and measures what the interviewer gets out of them. @throws {StartError} when the scenarios cannot be read */
export async function measureStakeholders(options: StakeholderOptions, converse: Converse): Promise<Result> {
  const { control, persona } = options
  const scenarios = await readScenarios(options)
  const { scored, failed } = await measure(scenarios, options, {
    run: Interview,
    play: async (scenario) =>
      await play(scenario, options, control === undefined ? await converse() : pretend(control, scenario)),
    score,
  })
  const aspects = total(aspectMetrics, scored.map(aspectsOf))
  const hidden = scored.reduce(
    (
      count,
      {
        figures: {
          at5: [, all = 0],
        },
      },
    ) => count + all,
    0,
  )
  return {
    subject: `persona ${persona}, scenarios: ${scored.length}, hidden facts: ${hidden}`,
    tables: [
      table(metrics, "scenario", scored),
      Aspect.options.map((aspect) => aspectLine(aspect, aspects)).join("\n"),
      [...new Set(scored.map(({ language }) => language))].map((language) => languageLine(language, scored)).join("\n"),
      legend(metrics),
    ],
    details: scored.map(({ name, notes }) => [name, ...notes.map((note) => `  ${note}`)].join("\n")),
    misses: [
      ...misses(metrics, total(metrics, scored), options.thresholds),
      ...misses(aspectMetrics, aspects, options.aspects),
    ],
    failed,
  }
}

const aspectMetrics = Object.fromEntries(
  Aspect.options.map((aspect) => [aspect, { head: aspect, of: share, better: "more", means: `facts about ${aspect}` }]),
) as Record<Aspect, Metric> // one entry an aspect

const aspectsOf = ({ name, aspects }: Scored) => ({ name, figures: aspects })

const aspectLine = (aspect: Aspect, aspects: Scored["aspects"]): string =>
  `${aspect.padEnd(12)} ${share.print(aspects[aspect]).padStart(7)} ${share.percent(aspects[aspect]).padStart(7)}`.trimEnd()

function languageLine(language: Scored["language"], scored: readonly Scored[]): string {
  const here = total(
    metrics,
    scored.filter((one) => one.language === language),
  )
  return `${language.padEnd(12)} ${LOOKS.map((look) => `at${look} ${share.percent(here[`at${look}`])}`).join("  ")}`
}
