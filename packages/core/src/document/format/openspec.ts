import type { Document, ItemOf } from "../../protocol/document.ts"
import { isOpen } from "../readiness.ts"
import type { Wording } from "../wording.ts"
import { wordings } from "../wordings.ts"
import { duty, response } from "./duty.ts"
import { liveOf, wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import type { Input } from "./input.ts"
import { list } from "./markdown-line.ts"
import { type Markdown, md, page } from "./markdown-text.ts"
import { caution } from "./tool-line.ts"

/**
 * OpenSpec's `spec.md`. Its validator wants a purpose, requirements with different names, SHALL in the body of each, and a scenario at least.
 * @see https://github.com/Fission-AI/OpenSpec
 */
export function openSpec(document: Document, { title }: Pick<Input, "title">): string {
  const wording = wordings[document.language]
  const purpose = liveOf(document, "summary").map((item) => md`${item.text}${caution(item, wording)}`)
  return page([
    md`# ${title} Specification`,
    md`## Purpose`,
    ...(purpose.length > 0 ? purpose : [md`${title}. ${wording.gaps.summary}`]),
    md`## Requirements`,
    ...wantedOf(document, "requirement").flatMap((item) => functional(item, wording)),
    ...wantedOf(document, "rule").flatMap((item) => rule(item, wording)),
    ...wantedOf(document, "quality").flatMap((item) => quality(item, wording)),
    ...questions(document),
  ])
}

function functional(item: ItemOf<"requirement">, wording: Wording): Markdown[] {
  const { ears, criteria } = item
  const condition = ears.when ?? ears.if ?? ears.while ?? ears.where ?? "at any time"
  return [
    ...requirement(`${item.id} ${item.title ?? ears.shall}`, md`${duty(ears)}${caution(item, wording)}`),
    ...criteria.flatMap(({ id, given, when, then }) => [
      md`#### Scenario: ${id} ${item.title ?? then}`,
      list([md`- **GIVEN** ${given}`, md`- **WHEN** ${when}`, md`- **THEN** ${then}`]),
    ]),
    // Without a criterion its own sentence is the only scenario there is; the name asks for a better one.
    ...(criteria.length === 0 ? scenario(wording.gaps.criterion, condition, response(ears)) : []),
  ]
}

const rule = (item: ItemOf<"rule">, wording: Wording): Markdown[] => [
  ...requirement(
    `${item.id} ${headingOf(item)}`,
    md`THE SYSTEM SHALL comply with this rule: ${item.text}${caution(item, wording)}`,
  ),
  ...scenario(item.example ? item.id : wording.gaps.criterion, `${item.id} applies`, item.example ?? item.text),
]

function quality(item: ItemOf<"quality">, wording: Wording): Markdown[] {
  const how = item.method ?? item.measure
  return [
    ...requirement(
      `${item.id} ${headingOf(item)}`,
      md`THE SYSTEM SHALL be held to this: ${item.text}${caution(item, wording)}`,
    ),
    ...scenario(
      item.threshold ? item.id : wording.gaps.criterion,
      how ? `${item.id} is tested: ${how}` : `${item.id} is tested`,
      item.threshold ?? item.text,
    ),
  ]
}

const requirement = (name: string, body: Markdown): Markdown[] => [md`### Requirement: ${name}`, body]

const scenario = (name: string, when: string, then: string): Markdown[] => [
  md`#### Scenario: ${name}`,
  list([md`- **WHEN** ${when}`, md`- **THEN** ${then}`]),
]

function questions(document: Document): Markdown[] {
  const open = document.items.filter(isOpen).map(({ id, text }) => md`- **${id}** ${text}`)
  return open.length > 0 ? [md`## Open Questions`, list(open)] : []
}
