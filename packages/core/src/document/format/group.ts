import { type Document, type Item, type ItemOf, isLive, type Kind } from "../../protocol/document.ts"
import { isAgreed, isChecked } from "../criterion.ts"
import { rankOf } from "../rank.ts"
import { inOrder } from "./order.ts"

export const liveOf = <K extends Kind>(document: Pick<Document, "items">, kind: K): ItemOf<K>[] =>
  inOrder(document).filter((item): item is ItemOf<K> => item.kind === kind)

/** Those that are to be built. */
export const wantedOf = <K extends Kind>(document: Pick<Document, "items">, kind: K): ItemOf<K>[] =>
  liveOf(document, kind).filter((item) => rankOf(item) !== "wont")

export type Group = { feature?: ItemOf<"feature">; requirements: ItemOf<"requirement">[] }

/** Each feature with its requirements; those of no feature that still counts come last. */
export function groups(document: Pick<Document, "items">): Group[] {
  const requirements = liveOf(document, "requirement")
  const features = liveOf(document, "feature")
  const ids = new Set(features.map(({ id }) => id))
  const rest = requirements.filter(({ feature }) => feature === undefined || !ids.has(feature))
  return [
    ...features.map((feature) => ({ feature, requirements: requirements.filter((one) => one.feature === feature.id) })),
    ...(rest.length > 0 ? [{ requirements: rest }] : []),
  ]
}

/** Nobody has said or confirmed it: marked wherever it is shown, and listed under the assumptions. */
export const isGuess = (item: Item): boolean => isLive(item) && item.kind !== "question" && !isAgreed(item)

/** Every guess by its id, lines and checks. */
export const guessesOf = (document: Pick<Document, "items">): string[] =>
  inOrder(document).flatMap((item) => [
    ...(isGuess(item) ? [item.id] : []),
    ...(item.kind === "requirement" ? item.criteria.filter((one) => !isAgreed(one)).map(({ id }) => id) : []),
  ])

/** What is to be built, and nobody has agreed how that is checked. */
export const uncheckedOf = (document: Pick<Document, "items">): ItemOf<"requirement">[] =>
  wantedOf(document, "requirement").filter((item) => !isChecked(item))
