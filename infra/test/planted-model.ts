import type { Fault } from "./planted.ts"
import { environment, rights } from "./spoil.ts"

const way = "a model on Bedrock"
const PROFILE = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-5-5"

export const modelFaults: Record<string, Fault> = {
  "any model of a company": {
    way,
    spoil: (plan) =>
      rights(plan, "ReplyRole", (policy) =>
        policy.replaceAll("foundation-model/anthropic.claude-sonnet-5-5", "foundation-model/*"),
      ),
    finds:
      "each right is about one thing | ReplyRole bedrock:InvokeModelWithResponseStream on arn:aws:bedrock:*::foundation-model/*",
  },
  "any profile": {
    way,
    spoil: (plan) =>
      rights(plan, "ReplyRole", (policy) => policy.replaceAll(`${PROFILE}"`, `${PROFILE.replace(/[^/]+$/, "*")}"`)),
    finds: "each right is about one thing | ReplyRole",
  },
  "another model than the one that is set": {
    way,
    spoil: (plan) => Object.assign(environment(plan, "ReplyFunction"), { MODEL: "eu.anthropic.claude-opus-5-5" }),
    finds:
      "Reply may not bedrock:InvokeModelWithResponseStream on arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-opus-5-5",
  },
  "a profile's model asked in any region without the profile": {
    way,
    spoil: (plan) =>
      rights(plan, "ReplyRole", (policy) => policy.replaceAll("bedrock:InferenceProfileArn", "aws:PrincipalTag/x")),
    finds:
      "Reply may also bedrock:InvokeModelWithResponseStream on arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-5-5",
  },
  "more than streamed answers": {
    way,
    spoil: (plan) =>
      rights(plan, "ReplyRole", (policy) =>
        policy.replaceAll("bedrock:InvokeModelWithResponseStream", "bedrock:CreateModelInvocationJob"),
      ),
    finds: "Reply may also bedrock:CreateModelInvocationJob",
  },
  "a model asked by who asks none": {
    way,
    spoil: (plan) =>
      rights(plan, "ConnectRole", (policy) =>
        policy.replace("dynamodb:GetItem", "bedrock:InvokeModelWithResponseStream"),
      ),
    finds: "Connect may also bedrock:InvokeModelWithResponseStream",
  },
  "Bedrock where the models are elsewhere": {
    way,
    spoil: (plan) => Object.assign(environment(plan, "ReplyFunction"), { MODEL_PROVIDER: "anthropic" }),
    finds: "Reply may also bedrock:InvokeModelWithResponseStream",
  },
}
