import type { Document, ItemOf, Priority } from "../../protocol/document.ts"
import { liveOf, wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"

/** What somebody wants to get done, and the requirements that let them: tools plan and build by the story. */
export type Story = {
  about?: ItemOf<"journey"> | ItemOf<"feature">
  requirements: ItemOf<"requirement">[]
}

/**
 * Journeys first, with the requirements that serve them; then features with what no journey has told yet; then the rest. A requirement stands
 * in one story alone; one that will not be built in none.
 */
export function stories(document: Document): Story[] {
  const told = new Set<string>()
  const untold = (items: readonly ItemOf<"requirement">[]) => items.filter((item) => !told.has(item.id))
  const tell = (about: NonNullable<Story["about"]>, items: readonly ItemOf<"requirement">[]): Story => {
    const requirements = untold(items)
    for (const { id } of requirements) told.add(id)
    return { about, requirements }
  }
  const requirements = wantedOf(document, "requirement")
  const journeys = wantedOf(document, "journey").map((journey) =>
    tell(
      journey,
      requirements.filter((one) => one.dependsOn.includes(journey.id) || journey.dependsOn.includes(one.id)),
    ),
  )
  const features = wantedOf(document, "feature").map((feature) =>
    tell(
      feature,
      requirements.filter((one) => one.feature === feature.id),
    ),
  )
  const rest = untold(requirements)
  return [
    ...journeys,
    ...features.filter((story) => story.requirements.length > 0 || !isServed(story, document)),
    ...(rest.length > 0 ? [{ requirements: rest }] : []),
  ]
}

/** A feature whose requirements all stand in journeys has been told. */
const isServed = ({ about }: Story, document: Document): boolean =>
  liveOf(document, "requirement").some(({ feature }) => feature === about?.id)

/** Who it is for: the role it names or depends on; where there is one role only, that one. */
export function roleOf({ about, requirements }: Story, document: Document): string | undefined {
  if (about?.kind === "journey" && about.role) return about.role
  const roles = liveOf(document, "role")
  const needed = new Set([about, ...requirements].flatMap((item) => item?.dependsOn ?? []))
  const role = roles.find(({ id }) => needed.has(id)) ?? (roles.length === 1 ? roles[0] : undefined)
  return role && headingOf(role)
}

/** What it is good for: the goal it serves, or where the journey ends. */
export function benefitOf({ about, requirements }: Story, document: Document): string | undefined {
  const needed = new Set([about, ...requirements].flatMap((item) => item?.dependsOn ?? []))
  const goal = liveOf(document, "goal").find(({ id }) => needed.has(id))
  if (goal) return headingOf(goal)
  return about?.kind === "journey" ? about.end : undefined
}

/** The highest of its lines. */
export function priorityOf({ about, requirements }: Story): Priority | undefined {
  const given = new Set([about, ...requirements].map((item) => item?.priority))
  return (["must", "should", "could", "wont"] as const).find((priority) => given.has(priority))
}
