import type { Operator } from "@spec-wizard/client"
import { moment } from "../day.ts"
import { operatorWords as words } from "../words/operator.ts"
import { hashOf } from "./place.ts"
import { Tag } from "./tag.tsx"

type Summary = Awaited<ReturnType<Operator["submissions"]["list"]>>["submissions"][number]

export const Row = ({ submission: { reference, title, level, status, createdAt } }: { submission: Summary }) => (
  <li class="submission">
    <div class="submission-name">
      <a class="submission-link" href={hashOf({ name: "submission", reference })} dir="auto">
        {status === "erased" ? words.list.erased : (title ?? words.list.untitled)}
      </a>
      <span class="ref submission-ref" translate={false}>
        {reference}
      </span>
    </div>
    <Tag status={status} />
    <span class="quiet-text submission-level">{status === "erased" ? "" : words.level[level]}</span>
    <time class="quiet-text" dateTime={createdAt}>
      {moment(createdAt)}
    </time>
  </li>
)
