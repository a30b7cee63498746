import Bowser from "bowser"
import type { HttpEvent } from "./http-event.ts"

/** "Firefox on Linux", as far as the request says so; of a program the first word it says, and of most nothing. */
export function deviceName(event: HttpEvent): string {
  const agent = event.requestContext.http.userAgent.slice(0, 300)
  if (agent === "") return ""
  const browser = Bowser.parse(agent)
  const name = [browser.browser.name, browser.os.name].filter(Boolean).join(" on ")
  return name || (/^[A-Za-z][A-Za-z0-9._-]{0,29}/.exec(agent)?.[0] ?? "")
}
