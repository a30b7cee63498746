import type { ChatState } from "@spec-wizard/client"

/** Everything that was in the log when it was opened is here: what comes from now on is news. */
export const hasArrived = ({ connection, session, appliedSeq }: ChatState): boolean =>
  connection === "live" && session !== undefined && appliedSeq >= session.headSeq
