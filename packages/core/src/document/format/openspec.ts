import type { Document } from "../../protocol/document.ts"
import type { Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { liveOf } from "./group.ts"
import type { Input } from "./input.ts"
import { named } from "./markdown-line.ts"
import { type Markdown, md, page } from "./markdown-text.ts"
import { blocks, isOpenEnded, printed } from "./openspec-block.ts"
import { delta } from "./openspec-delta.ts"
import { caution, entries, openQuestions, under } from "./tool-line.ts"

/**
 * OpenSpec's `spec.md`; with `since` its delta, which is a change's: what became of the requirements of that version. Its validator wants a
 * purpose of 50 characters, requirements with different names, SHALL in the body of each, and a scenario at least.
 * @see https://github.com/Fission-AI/OpenSpec
 */
export function openSpec(document: Document, { title, since }: Pick<Input, "title" | "since">): string {
  const wording = wordings[document.language]
  const now = blocks(document, wording)
  const before = since && blocks(since, wording)
  const open = now.filter(isOpenEnded).map(({ line }) => line)
  return page([
    md`# ${title} Specification`,
    // A delta's is read only where there was no specification.
    ...(before?.length ? [] : purpose(document, wording)),
    ...under(md`## Background`, entries(document, ["context"], wording)),
    ...(before ? delta(before, now, document, wording) : [md`## Requirements`, ...now.flatMap(printed)]),
    ...under(md`## Open Questions`, openQuestions(document, open, wording)),
    ...under(md`## Not Sorted Yet`, entries(document, ["unsorted"], wording)),
  ])
}

/** Each sentence behind its id, so that none of them begins like a placeholder of OpenSpec's. */
const purpose = (document: Document, wording: Wording): Markdown[] => [
  md`## Purpose`,
  ...liveOf(document, "summary").map((item) => md`${named(item)}: ${item.text}${caution(item, wording)}`),
  md`${wording.origin(document.version)}`,
]
