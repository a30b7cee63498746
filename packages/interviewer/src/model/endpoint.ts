const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/

/**
 * Where a provider answers: a deployer's setting, https or this machine.
 * @throws {Error} that does not repeat the address, because it may hold a password
 */
export function endpoint(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const isFit = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname))
  if (!isFit) throw new Error("A model's address begins with https:// or is this machine's own.")
  return baseUrl
}

/** A redirect would carry the key and the visitor's words to a host that nobody chose. */
export const direct: typeof fetch = (input, init) => fetch(input, { ...init, redirect: "error" })
