import type { Deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"

type Site = { settings: Pick<Deps["settings"], "siteUrl"> }

/** Over https no other host, of the same domain neither, can set a cookie of this name; it needs the path "/". Source: RFC 6265bis, 4.1.3.2 */
export const cookieName = ({ settings }: Site, name: string): string =>
  settings.siteUrl.startsWith("https:") ? `__Host-${name}` : name

/** Undefined too when it came twice: one of the two may be somebody else's, and which of them the browser put first says nothing. */
export function findCookie(site: Site, event: HttpEvent, name: string): string | undefined {
  const start = `${cookieName(site, name)}=`
  const [only, ...more] = (event.cookies ?? []).filter((pair) => pair.startsWith(start))
  return only && more.length === 0 ? only.slice(start.length) : undefined
}

export const toSetCookie = (
  site: Site,
  name: string,
  { value, maxAgeS, sameSite }: { value: string; maxAgeS: number; sameSite: "Lax" | "Strict" },
): string => `${cookieName(site, name)}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; Secure; SameSite=${sameSite}`
