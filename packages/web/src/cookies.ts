import { type Api, ApiError } from "@spec-wizard/client"

/** Named and set as the server's own cookies are, so that it stays where they would. */
const PROBE = `${location.protocol === "https:" ? "__Host-" : ""}spec_wizard_probe`
const LIKE_OURS = "Path=/; Secure; SameSite=Strict"

/** Whether this browser keeps a cookie of ours. `navigator.cookieEnabled` says yes where only this site is blocked. */
function takesCookies(): boolean {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the other way is a promise, and Firefox has it only since lately
    document.cookie = `${PROBE}=1; ${LIKE_OURS}`
    const isKept = document.cookie.includes(PROBE)
    // biome-ignore lint/suspicious/noDocumentCookie: as above
    document.cookie = `${PROBE}=; Max-Age=0; ${LIKE_OURS}`
    return isKept
  } catch {
    return false
  }
}

/**
 * The API as a page uses it. What gives this browser a conversation is not asked for where the cookie that opens it would not stay: the
 * conversation would be lost at once, and a link used up for nothing. Rejects with the code `cookies.blocked` instead.
 */
export function withCookies(api: Api): Api {
  const guarded =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (takesCookies()) return ask(...given)
      throw new ApiError({ status: 0, code: "cookies.blocked", detail: "This page needs cookies." })
    }
  const { create, import: from } = api.sessions
  return {
    ...api,
    sessions: { ...api.sessions, create: guarded(create), import: guarded(from) },
    links: { ...api.links, redeem: guarded(api.links.redeem) },
  }
}
