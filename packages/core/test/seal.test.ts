import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { expect, test } from "vitest"
import { KeyRing } from "../src/secret/key-ring.ts"
import { open, seal } from "../src/secret/seal.ts"
import { publicKeyOf } from "../src/secret/seal-key.ts"

const MINUTE = 60_000
const [current, other] = ["c".repeat(43), "o".repeat(43)]

const ring = (key: string) =>
  new KeyRing({
    id: "KeyRing",
    clock: { now: () => 0 },
    // All that is asked of it.
    client: {
      send: async () => ({ SecretString: JSON.stringify({ current: key, others: [] }) }),
    } as unknown as SecretsManagerClient,
  })

const now = 1_000_000
const sealed = seal(publicKeyOf(current), "a key of somebody", { use: "turn 1", now })
const opened = (text: string, { use = "turn 1", at = now, key = current } = {}) =>
  open({ keyRing: ring(key) }, text, { use, now: at })

test("what is sealed opens for its use, in its time, with its key, and no other", async () => {
  expect(sealed).not.toContain("somebody")
  expect(await opened(sealed)).toBe("a key of somebody")
  expect(await opened(sealed, { use: "turn 2" })).toBeUndefined()
  expect(await opened(sealed, { at: now + 15 * MINUTE })).toBeUndefined()
  expect(await opened(sealed, { key: other })).toBeUndefined()
})

test("and not when a bit of it was changed, its end included", async () => {
  const [until = "", packed = ""] = sealed.split(".")
  expect(await opened(`${Number(until) + MINUTE}.${packed}`)).toBeUndefined()
  const bytes = Buffer.from(packed, "base64url")
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(await opened(`${until}.${changed.toString("base64url")}`), `byte ${place}`).toBeUndefined()
  }
})
