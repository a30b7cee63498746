import { operatorWords } from "../words/operator.ts"
import { count, type Report } from "./numbers.ts"
import { questionName } from "./question-name.ts"
import { Numbers } from "./table.tsx"

const words = operatorWords.funnel

type Step = Report["funnel"][number]

/** Of a hundred. */
const GAP = 0.4

const FATES = ["answered", "skipped", "left"] as const

/** What became of each question, in the order in which they are asked: as bars as long as it was asked often, and in numbers. */
export function Funnel({ funnel }: { funnel: readonly Step[] }) {
  const steps = funnel.filter(({ asked }) => asked > 0)
  const most = Math.max(0, ...steps.map(({ asked }) => asked))
  return (
    <section class="funnel">
      <h2>{words.heading}</h2>
      <p class="quiet-text">{steps.length > 0 ? words.about : words.none}</p>
      {steps.length > 0 && (
        <>
          <ul class="legend" aria-hidden="true">
            {FATES.map((fate) => (
              <li key={fate}>
                <span class="swatch" data-fate={fate} />
                {words[fate]}
              </li>
            ))}
          </ul>
          <ol class="steps">
            {steps.map((step) => (
              <li key={step.question}>
                <p class="step-name">{questionName(step.question)}</p>
                <Bars step={step} most={most} />
                <p class="quiet-text">{words.numbers(step.asked, step.answered, step.skipped, step.left)}</p>
              </li>
            ))}
          </ol>
          <Numbers
            caption={words.heading}
            heads={[words.question, words.asked, words.answered, words.skipped, words.left]}
            rows={steps.map(({ question, asked, answered, skipped, left }) => [
              questionName(question),
              ...[asked, answered, skipped, left].map(count),
            ])}
          />
        </>
      )}
    </section>
  )
}

/** Of `most`. The numbers stand below, so it is only drawn. */
function Bars({ step, most }: { step: Step; most: number }) {
  const widths = FATES.map((fate) => (step[fate] / most) * 100)
  return (
    <svg class="bars" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {FATES.map((fate, index) => (
        <rect
          key={fate}
          data-fate={fate}
          x={widths.slice(0, index).reduce((sum, width) => sum + width, 0)}
          y={0}
          width={withGap(widths[index] ?? 0)}
          height={10}
        />
      ))}
    </svg>
  )
}

/** Beside each other they are told apart by more than their colours; the narrowest keeps half of itself. */
const withGap = (width: number) => Math.max(width - GAP, width / 2)
