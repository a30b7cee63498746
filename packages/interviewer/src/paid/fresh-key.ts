import type { Interviewer } from "@spec-wizard/core/interviewer"
import type { Secret } from "@spec-wizard/core/secret"
import { ModelFailedError } from "../model/failure.ts"

/** An interviewer with the server's `known` key. When it is refused, it may have been rotated: then once more with the one there is now. */
export function withFreshKey(
  key: Secret<string | undefined>,
  known: string | undefined,
  withKey: (apiKey: string | undefined) => Interviewer,
): Interviewer {
  let interviewer = withKey(known)
  return {
    get speaker() {
      return interviewer.speaker
    },
    async *reply(context, signal) {
      try {
        return yield* interviewer.reply(context, signal)
      } catch (error) {
        const isRefused = error instanceof ModelFailedError && error.code === "model.key_refused" && error.isBeforeText
        const fresh = isRefused ? await key.refresh().catch(() => known) : known
        if (fresh === known) throw error
        interviewer = withKey(fresh)
      }
      yield* interviewer.reply(context, signal)
    },
  }
}
