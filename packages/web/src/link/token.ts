import { useEffect, useState } from "preact/hooks"
import { LINK_PATH } from "../session.ts"

/**
 * The token of a mailed link, in `#token=`. It stays in the address until the server has taken or refused it: a fragment goes with no request
 * and no Referer, a reload finds it again, and every other place that outlives a reload could be read by any script for as long as it lay
 * there. A link that is cut short is a token that will not do.
 */
const tokenIn = (fragment: string) => /^#token=(.*)$/.exec(fragment)?.[1]

const FORM = /^[A-Za-z0-9_-]{43}$/
export const isToken = (token: string) => FORM.test(token)

/** Also that of another link that is opened in the same tab. */
export function useToken(): string | undefined {
  const [token, setToken] = useState(() => tokenIn(location.hash))
  useEffect(() => {
    // `forgetToken` is no change of the fragment to the browser: what the page has come to say stays.
    const changed = () => setToken(tokenIn(location.hash))
    addEventListener("hashchange", changed)
    return () => removeEventListener("hashchange", changed)
  }, [])
  return token
}

/** It opens nothing any more: neither a reload nor "back" should try it again. */
export const forgetToken = () => history.replaceState(null, "", LINK_PATH)
