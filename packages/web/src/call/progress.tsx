import type { Call } from "./use-call.ts"

/** Said when something takes longer than a moment. The region stands there before, or nothing would be heard. */
export const Progress = ({ call, words }: { call: Call; words: string }) => (
  <p class="progress" role="status">
    {call.slow ? words : ""}
  </p>
)
