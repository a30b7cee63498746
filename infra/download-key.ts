import { dataKey } from "./key.ts"
import { named } from "./link.ts"
import { stage } from "./stage.ts"

/** Raise it by one and deploy, to rotate the key that signs links to files. */
const ROTATION = 1

/**
 * The pairs before, in use and next, as in rotating.ts. The CDN trusts all three: one that is put to use is known at every edge already,
 * and links that the last one signed are served until they expire.
 */
const [before, current, next] = [pair(ROTATION - 1), pair(ROTATION), pair(ROTATION + 1)] as const

/** Whose links the CDN serves. */
export const keyGroup = new aws.cloudfront.KeyGroup("DownloadKeys", {
  items: [before, current, next].map((one) => one.publicKey.id),
})

/** `{ "keyId": "K2…", "privateKey": "-----BEGIN PRIVATE KEY-----…" }` */
export const downloadKey = new aws.secretsmanager.Secret("DownloadKey", {
  namePrefix: `${$app.name}-${$app.stage}-DownloadKey-`,
  description: "Signs links to files",
  kmsKeyId: dataKey.arn,
  recoveryWindowInDays: stage.secretDays,
})

const version = new aws.secretsmanager.SecretVersion("DownloadKeyVersion", {
  secretId: downloadKey.id,
  secretString: $jsonStringify({ keyId: current.publicKey.id, privateKey: current.privateKey }),
})

export const downloadKeyLink = named(downloadKey, { id: version.secretId })

/** RSA of 2048 bits, the one kind and size that CloudFront takes beside ECDSA. Made once and kept in the stack's state, which is sealed. */
function pair(number: number) {
  const made = new tls.PrivateKey(`DownloadKey${number}`, { algorithm: "RSA", rsaBits: 2048 })
  const publicKey = new aws.cloudfront.PublicKey(`DownloadKey${number}Public`, {
    comment: `${$app.name} ${$app.stage}: links to files`,
    encodedKey: made.publicKeyPem,
  })
  return { publicKey, privateKey: made.privateKeyPemPkcs8 }
}
