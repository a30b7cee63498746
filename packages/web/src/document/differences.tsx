import type { Diff } from "@spec-wizard/core/document/diff"
import { fields } from "@spec-wizard/core/document/format/field"
import type { Wording } from "@spec-wizard/core/document/wording"
import { EVIDENCE_ICONS } from "@spec-wizard/core/document/wording"
import type { Criterion, Item } from "@spec-wizard/core/protocol/document"
import { PLAIN } from "./line-head.tsx"
import { stepsOf } from "./steps.ts"
import { counted, total } from "./versions.ts"
import type { View } from "./view.ts"

/** What is different between two versions: signs and words, so that nobody needs to see colours. */
export function Differences({ view, difference }: { view: View; difference: Diff }) {
  const { labels } = view.wording
  if (total(counted(difference)) === 0) return <p lang={view.lang}>{view.words.same}</p>
  return (
    <ul class="differences">
      {difference.added.map((item) => (
        <li key={item.id} class="difference">
          <Mark sign="+" word={labels.added} id={item.id} />
          <ins>{whole(item)}</ins>
        </li>
      ))}
      {difference.changed.map(({ before, after }) => (
        <li key={after.id} class="difference">
          <Mark sign="~" word={labels.changed} id={after.id} />
          <Change view={view} before={before} after={after} />
        </li>
      ))}
      {difference.removed.map((item) => (
        <li key={item.id} class="difference">
          <Mark sign="−" word={labels.removed} id={item.id} />
          <del>{whole(item)}</del>
        </li>
      ))}
    </ul>
  )
}

const Mark = ({ sign, word, id }: { sign: string; word: string; id: string }) => (
  <p class="difference-head">
    <span class="sign" aria-hidden="true">
      {sign}
    </span>
    <span class="line-id">{id}</span>
    <span>{word}</span>
  </p>
)

/** The aspects that differ, each as it was and as it is. */
function Change({ view, before, after }: { view: View; before: Item; after: Item }) {
  const was = aspects(before, view.wording)
  const is = aspects(after, view.wording)
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
  return (
    <>
      {!names.includes(TEXT) && <p>{whole(after)}</p>}
      {names.map((name) => (
        <p class="aspect" key={name}>
          {name !== TEXT && name !== EVIDENCE && `${name}${view.wording.colon}`}
          <Value view={view} word={view.words.before} value={was.get(name)} />
          <span class="to" aria-hidden="true">
            {" → "}
          </span>
          <Value view={view} word={view.words.now} value={is.get(name)} isNew />
        </p>
      ))}
    </>
  )
}

type ValueProps = { view: View; word: string; value: string | undefined; isNew?: boolean }

function Value({ view, word, value = "–", isNew }: ValueProps) {
  const heard = (
    <span class="unseen" lang={view.lang}>
      {` ${word}: `}
    </span>
  )
  return (
    <>
      {heard}
      {isNew ? <ins>{value}</ins> : <del>{value}</del>}
    </>
  )
}

const TEXT = "text"
const EVIDENCE = "evidence"

/** What a line shows, by name: a label, or one of the two that need none. */
function aspects(item: Item, wording: Wording): Map<string, string> {
  const { labels, evidence } = wording
  const criteria = item.kind === "requirement" ? item.criteria : []
  return new Map([
    [TEXT, whole(item)],
    [EVIDENCE, `${EVIDENCE_ICONS[item.evidence]}${PLAIN} ${evidence[item.evidence]}`],
    [labels.disputed, labels[item.state === "disputed" ? "yes" : "no"]],
    [labels.locked, labels[item.locked === "none" ? "no" : "yes"]],
    ...(item.priority ? [[labels.must, labels[item.priority]] as const] : []),
    ...fields(item, wording).map(({ label, values }) => [labels[label], values.join("; ")] as const),
    ...criteria.map((criterion) => [criterion.id, whatIsSaid(criterion)] as const),
  ])
}

const whatIsSaid = (criterion: Criterion) =>
  [criterion.text, ...stepsOf(criterion).map(({ text }) => text)].filter(Boolean).join(" · ")

const whole = ({ title, text }: Item) => (title && title !== text ? `${title}. ${text}` : text)
