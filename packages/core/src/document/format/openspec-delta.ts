import { type Document, isLive } from "../../protocol/document.ts"
import type { Wording } from "../wording.ts"
import { list } from "./markdown-line.ts"
import { type Markdown, md } from "./markdown-text.ts"
import { type Block, isSame, printed } from "./openspec-block.ts"

type Pair = { was: Block; is: Block }

/**
 * What a change does to the requirements that were there. They go by their headings: one that is called something else now is renamed, and
 * whatever else changed of it goes by its new name.
 */
export function delta(
  before: readonly Block[],
  now: readonly Block[],
  document: Document,
  wording: Wording,
): Markdown[] {
  const olds = new Map(before.map((block) => [block.line.id, block]))
  const ids = new Set<string>(now.map(({ line }) => line.id))
  const pairs = now.flatMap((is): Pair[] => {
    const was = olds.get(is.line.id)
    return was ? [{ was, is }] : []
  })
  const changed = pairs.filter(({ was, is }) => !isSame({ ...was, name: is.name }, is))
  return [
    ...part("RENAMED", pairs.filter(isRenamed).map(renamed)),
    ...part(
      "REMOVED",
      before.filter(({ line }) => !ids.has(line.id)).flatMap((block) => removed(block, document, wording)),
    ),
    ...part(
      "MODIFIED",
      changed.flatMap((pair) => printed(whole(pair, wording))),
    ),
    ...part("ADDED", now.filter(({ line }) => !olds.has(line.id)).flatMap(printed)),
  ]
}

const part = (name: "RENAMED" | "REMOVED" | "MODIFIED" | "ADDED", lines: readonly Markdown[]): Markdown[] =>
  lines.length > 0 ? [md`## ${name} Requirements`, ...lines] : []

const isRenamed = ({ was, is }: Pair) => was.name.markdown !== is.name.markdown

const renamed = ({ was, is }: Pair): Markdown =>
  list([md`- FROM: ### Requirement: ${was.name}`, md`- TO: ### Requirement: ${is.name}`])

/** A change may lose no scenario: one that is gone says so. */
function whole({ was, is }: Pair, { labels }: Wording): Block {
  const names = new Set(is.scenarios.map(({ name }) => name))
  const gone = was.scenarios.filter(({ name }) => !names.has(name))
  return { ...is, scenarios: [...is.scenarios, ...gone.map(({ name }) => ({ name, steps: md`${labels.retired}` }))] }
}

function removed({ name, line }: Block, document: Document, { labels }: Wording): Markdown[] {
  const item = document.items.find(({ id }) => id === line.id)
  const isPostponed = item !== undefined && isLive(item)
  const reason = item?.supersededBy ? `${labels.superseded} ${item.supersededBy}` : (item?.remark ?? labels.retired)
  return [md`### Requirement: ${name}`, md`**Reason**: ${isPostponed ? labels.wont : reason}`]
}
