import crypto from "node:crypto"
import { syncBuiltinESMExports } from "node:module"

/** SST reads secrets from the environment, under names that only the configuration knows. Returns those that were asked for. */
export function fakeSecrets(): Set<string> {
  const PREFIX = "SST_SECRET_"
  const given = new Set<string>()
  process.env = new Proxy(process.env, {
    get(env, key: string) {
      if (!String(key).startsWith(PREFIX)) return env[key]
      const secret = env[key] ?? `fake-${key.slice(PREFIX.length)}`
      given.add(secret)
      return secret
    },
  })
  return given
}

/** SST ends physical names at random; pinned, two plans can be compared. */
export function pinRandomness(): void {
  const { randomBytes } = crypto
  const pinned = (size: number, answer?: (error: Error | null, bytes: Buffer) => void) =>
    answer ? randomBytes(size, answer) : Buffer.alloc(size)
  // Only the call that waits is SST's; the type's other halves are kept.
  crypto.randomBytes = pinned as typeof crypto.randomBytes
  syncBuiltinESMExports()
}
