import { type ModelSettings, NAME } from "./model.ts"

/**
 * Models on Bedrock are of an account and a region, which only the deployer knows: so they are read from the environment. Others are not,
 * because SST reads `.env`, too, which may name somebody's local ones: write those in stage.ts.
 * @throws {Error} of one line, for whoever deploys
 */
export function onBedrock(env: Record<string, string | undefined>): Partial<ModelSettings> {
  const { MODEL_PROVIDER, MODEL = "", MODEL_DRAFT = "", MODEL_REGION = "", MODEL_PRICE = "" } = env
  if (MODEL_PROVIDER !== "bedrock") return {}
  for (const name of [MODEL, MODEL_DRAFT].filter(Boolean))
    if (!NAME.test(name))
      throw new Error(
        "MODEL is not usable: name a model of Bedrock or one of its profiles, like eu.anthropic.claude-sonnet-5-5.",
      )
  if (MODEL === "") throw new Error("MODEL is missing: name a model of Bedrock or one of its profiles.")
  return { MODEL_PROVIDER, MODEL, MODEL_DRAFT, MODEL_REGION, MODEL_PRICE }
}
