import { publicKeyOf } from "../packages/core/src/secret/seal-key.ts"
import { dataKey } from "./key.ts"
import { named } from "./link.ts"
import { rotating } from "./rotating.ts"
import { stage } from "./stage.ts"

/** Raise it by one and deploy, to rotate the keys that hash addresses and make links. */
const ROTATION = 1

const { before, current, next } = rotating("KeyRing", ROTATION)

/** `{ "current": "…", "others": ["…", "…"] }`: what is made is made with `current`, what comes back may have been made with any. */
export const keyRing = new aws.secretsmanager.Secret("KeyRing", {
  // Not the whole name: one that waits for its deletion keeps it.
  namePrefix: `${$app.name}-${$app.stage}-KeyRing-`,
  description: "Hashes addresses and makes links",
  kmsKeyId: dataKey.arn,
  recoveryWindowInDays: stage.secretDays,
})

const version = new aws.secretsmanager.SecretVersion("KeyRingVersion", {
  secretId: keyRing.id,
  secretString: $jsonStringify({ current, others: [before, next] }),
})

/** Known by the version, so that no function starts before there is something to read. */
export const keyRingLink = named(keyRing, { id: version.secretId })

/** What has it can seal for those who can read the ring. */
export const seal = new sst.Linkable("Seal", { properties: { publicKey: current.apply(publicKeyOf) } })
