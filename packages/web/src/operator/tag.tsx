import { operatorWords as words } from "../words/operator.ts"
import type { Status } from "./place.ts"

/** What waits for the operator stands out, by its weight too. */
export const Tag = ({ status }: { status: Status }) => (
  <span class="status" data-status={status}>
    {words.status[status]}
  </span>
)
