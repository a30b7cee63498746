import { dataKey } from "./key.ts"
import { named } from "./link.ts"
import { stage } from "./stage.ts"

/** `sst secret set ModelKey sk-…`, then deploy. "none": models are asked without a key, as some endpoints of one's own allow. */
const given = new sst.Secret("ModelKey", "none")

/** What models are asked with. Functions read it here, so that another key needs no deployment of theirs. */
export const modelKey = new aws.secretsmanager.Secret("ModelKey", {
  namePrefix: `${$app.name}-${$app.stage}-ModelKey-`,
  description: "Asks models",
  kmsKeyId: dataKey.arn,
  recoveryWindowInDays: stage.secretDays,
})

const version = new aws.secretsmanager.SecretVersion("ModelKeyVersion", {
  secretId: modelKey.id,
  secretString: given.value,
})

export const modelKeyLink = named(modelKey, { id: version.secretId })
