import { type Side, tabOf } from "./tabs.tsx"
import type { Sides } from "./use-sides.ts"

/** A half of the page: on a narrow one the panel of its tab. */
export const sideProps = ({ wide, isShown }: Sides, side: Side) => ({
  id: side,
  hidden: !isShown(side),
  ...(!wide && { role: "tabpanel" as const, "aria-labelledby": tabOf(side) }),
})
