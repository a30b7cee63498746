import { createCipheriv } from "node:crypto"

/** What SST calls the file of sealed resources in a bundle, and the variables by which `Resource` finds it. */
export const RESOURCE_FILE = "resource.enc"

/**
 * The names a function is linked to, as the SST CLI writes them beside its code: AES-256-GCM, a nonce of twelve zero bytes, the tag at the
 * end. `key`: 32 bytes, base64.
 * @see https://github.com/sst/sst/blob/dev/sdk/js/src/resource.ts
 */
export function seal(resources: Record<string, unknown>, key: string): Buffer {
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "base64"), Buffer.alloc(12))
  return Buffer.concat([cipher.update(JSON.stringify(resources)), cipher.final(), cipher.getAuthTag()])
}
