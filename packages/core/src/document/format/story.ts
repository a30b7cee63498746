import type { Document, ItemOf, Priority } from "../../protocol/document.ts"
import { rankOf } from "../rank.ts"
import type { Wording } from "../wording.ts"
import { liveOf, wantedOf } from "./group.ts"
import { headingOf } from "./heading.ts"
import { plain } from "./plain.ts"

/** What somebody wants to get done, and the requirements that let them: tools plan and build by the story. */
export type Story = {
  about?: ItemOf<"journey"> | ItemOf<"feature"> | ItemOf<"requirement">
  requirements: ItemOf<"requirement">[]
}

/** Said as one: "As a member, I want …". Nothing else is made into one, for it would be neither their words nor grammar. */
export const isUserStory = ({ text }: { text: string }, { story }: Wording): boolean => story.test(plain(text))

/**
 * Journeys first, with the requirements that serve them; then feature by feature what was said as a user story, each for itself, and what else
 * no journey has told yet; then those of no feature. A requirement stands in one story alone; one that will not be built in none.
 */
export function stories(document: Document, wording: Wording): Story[] {
  const told = new Set<string>()
  const tell = (about: Story["about"], all: readonly ItemOf<"requirement">[]): Story => {
    const requirements = all.filter((item) => !told.has(item.id))
    for (const { id } of requirements) told.add(id)
    return { ...(about && { about }), requirements }
  }
  const tellEach = (all: readonly ItemOf<"requirement">[]): Story[] =>
    all.filter((item) => isUserStory(item, wording) && !told.has(item.id)).map((item) => tell(item, [item]))
  const requirements = wantedOf(document, "requirement")
  const journeys = wantedOf(document, "journey").map((journey) =>
    tell(
      journey,
      requirements.filter((one) => one.dependsOn.includes(journey.id) || journey.dependsOn.includes(one.id)),
    ),
  )
  const features = wantedOf(document, "feature").flatMap((feature) => {
    const own = requirements.filter((one) => one.feature === feature.id)
    return [...tellEach(own), tell(feature, own)]
  })
  const others = tellEach(requirements)
  const rest = tell(undefined, requirements)
  return [
    ...journeys,
    ...features.filter((story) => story.requirements.length > 0 || !isServed(story, document)),
    ...others,
    ...(rest.requirements.length > 0 ? [rest] : []),
  ]
}

/** A feature whose requirements all stand elsewhere has been told. */
const isServed = ({ about }: Story, document: Document): boolean =>
  liveOf(document, "requirement").some(({ feature }) => feature === about?.id)

/** Its line, by id and heading; a user story's sentence stands below. */
export function nameOf({ about }: Story, { labels }: Wording): string {
  if (!about) return labels.everything
  if (about.kind === "requirement") return [about.id, ...(about.title ? [about.title] : [])].join(" ")
  return `${about.id} ${headingOf(about)}`
}

/** What it is good for: the goal it serves, or where the journey ends. */
export function benefitOf({ about, requirements }: Story, document: Document): string | undefined {
  const needed = new Set([about, ...requirements].flatMap((item) => item?.dependsOn ?? []))
  const goal = liveOf(document, "goal").find(({ id }) => needed.has(id))
  if (goal) return headingOf(goal)
  return about?.kind === "journey" ? about.end : undefined
}

/** The highest of its lines; what nobody has ranked counts as a must-have. */
export function priorityOf({ about, requirements }: Story): Priority | "unranked" {
  const lines = requirements.length > 0 ? requirements : [about]
  const given = new Set(lines.map((item) => (item && rankOf(item)) ?? (about && rankOf(about)) ?? "unranked"))
  return (["must", "unranked", "should", "could"] as const).find((priority) => given.has(priority)) ?? "wont"
}
