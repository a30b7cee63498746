import type { ChatState } from "@spec-wizard/client"

/** A file that was asked for, as the conversation knows it. */
export type Export = ChatState["exports"][number]

/** As long as a link lives, and some time to look at what came of it. */
const RECENT_MS = 1_800_000

export const isRecent = ({ createdAt }: Export): boolean => Date.now() - Date.parse(createdAt) < RECENT_MS

/** Nothing more is expected of it. A complaint may still follow a delivery. */
export const isOver = ({ status, email }: Export): boolean =>
  status === "failed" || status === "delivered" || (status === "stored" && email === undefined)

const STEPS = { queued: 1, rendering: 2, stored: 3, unverified: 3, sent: 4, delivered: 5, failed: 0 } as const

/** How many steps it has gone, and of how many: one that is mailed has more of them. */
export const stepsOf = ({ status, email }: Export): { step: number; of: number } => ({
  step: STEPS[status],
  of: email === undefined ? STEPS.stored : STEPS.delivered,
})
