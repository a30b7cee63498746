import type { IncomingMessage } from "node:http"
import { type Address, assertKey } from "./address.ts"
import { Body, MAX_BYTES } from "./body.ts"
import { checksumNameIn } from "./checksum.ts"
import { denied, invalid, notImplemented } from "./error.ts"
import type { Entry, Files } from "./files.ts"
import { type Form, readForm } from "./form.ts"
import { headersOf } from "./headers.ts"
import { assertPolicy } from "./policy.ts"
import { ALGORITHM, type SecretOf, verifySignature } from "./signature.ts"

/** An upload by a form whose policy somebody signed; who may do it is asked once it is known who did. */
export async function postObject(
  files: Files,
  request: IncomingMessage,
  { bucket }: Address,
  by: { secretOf: SecretOf; now: number; assertMayPut: (accessKeyId: string, key: string) => void },
): Promise<{ entry: Entry; status: 200 | 201 | 204 }> {
  const form = await readForm(request)
  try {
    const fields = await verified(form, bucket, by)
    const { key, limits, accessKeyId } = fields
    by.assertMayPut(accessKeyId, key)
    const name = checksumNameIn(form.fields.keys())
    const checksum = name === undefined ? undefined : { name, value: () => form.fields.get(name) }
    const body = new Body(form.file, { minBytes: 0, maxBytes: MAX_BYTES, ...limits, ...(checksum && { checksum }) })
    const entry = await files.put({ bucket, key }, headersOf(form.fields), body, () => {})
    return { entry, status: statusOf(form.fields.get("success_action_status")) }
  } finally {
    form.skip()
  }
}

async function verified({ fields, filename }: Form, bucket: string, by: { secretOf: SecretOf; now: number }) {
  const [policy, signature, credential, date] = ["policy", "x-amz-signature", "x-amz-credential", "x-amz-date"].map(
    (name) => fields.get(name),
  )
  if (!policy || !signature || !credential || !date) throw denied()
  if (fields.get("x-amz-algorithm") !== ALGORITHM) throw invalid(`Only ${ALGORITHM} is supported`)
  const accessKeyId = await verifySignature({ credential, date, signature }, policy, by.secretOf)
  const key = (fields.get("key") ?? "").replace(/\$\{filename\}/g, () => filename)
  if (key === "") throw invalid("Bucket POST must contain a field named 'key'.")
  const limits = assertPolicy(new Map([...fields, ["key", key], ["bucket", bucket]]), by.now)
  assertKey(key)
  if (fields.has("success_action_redirect") || fields.has("redirect")) throw notImplemented("success_action_redirect")
  return { key, limits, accessKeyId }
}

const statusOf = (asked: string | undefined) => (asked === "200" ? 200 : asked === "201" ? 201 : 204)
