import { moment } from "../day.ts"
import { operatorWords } from "../words/operator.ts"
import type { Details } from "./details.ts"

const words = operatorWords.one

type Act = Details["history"][number]

/** Who did what to it, the newest first; folded, because every look at it is a line. */
export const History = ({ acts }: { acts: readonly Act[] }) => (
  <details class="fold acts">
    <summary>{words.history(acts.length)}</summary>
    <ol class="quiet-text">
      {acts.map((act, index) => (
        <li key={acts.length - index}>
          <time dateTime={act.at}>{moment(act.at)}</time>
          <span>{`${words.who[act.who]} ${deed(act)}`}</span>
        </li>
      ))}
    </ol>
  </details>
)

function deed({ did, from, to }: Act): string {
  if (did !== "changed") return words.did[did]
  const status = operatorWords.status
  return from === undefined || to === undefined || from === to
    ? words.did.wrote
    : words.did.moved(status[from].toLowerCase(), status[to].toLowerCase())
}
