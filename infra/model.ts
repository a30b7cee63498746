/** What is said about models at a deployment, in the words of `.env.example`. */
export type ModelSettings = {
  MODEL_PROVIDER: string
  MODEL: string
  MODEL_DRAFT: string
  MODEL_REGION: string
  MODEL_PRICE: string
}

/** A profile begins with the part of the world that it stays in. */
export const NAME = /^(?:(us|us-gov|eu|apac|au|jp|ca|sa|global)\.)?([a-z0-9]+\.[a-z0-9.:-]+)$/

/** What may be asked: a model where it is, or a profile, and by way of it alone the model in whatever region it chooses. */
export type Asked = { resources: string[]; via?: string }

/** By ARN; nothing when the models are elsewhere. `here`: where and in whose account the stack stands. */
export function askedOf(
  { MODEL_PROVIDER, MODEL = "", MODEL_DRAFT = "", MODEL_REGION = "" }: Partial<ModelSettings>,
  here: { region: string; account: string },
): Asked[] {
  if (MODEL_PROVIDER !== "bedrock") return []
  const region = MODEL_REGION || here.region
  return [...new Set([MODEL, MODEL_DRAFT || MODEL])].flatMap((name) => {
    const [, place, model = name] = NAME.exec(name) ?? []
    if (place === undefined) return [{ resources: [`arn:aws:bedrock:${region}::foundation-model/${model}`] }]
    const profile = `arn:aws:bedrock:${region}:${here.account}:inference-profile/${name}`
    return [{ resources: [profile] }, { resources: [`arn:aws:bedrock:*::foundation-model/${model}`], via: profile }]
  })
}
