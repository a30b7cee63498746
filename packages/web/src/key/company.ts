import type { Config } from "../config.ts"
import type { Words } from "../words/wording.ts"

/** Who may be asked with a key; the guided interviewer is nobody. */
export const companiesOf = ({ providers }: Config): string[] =>
  providers.filter((name) => name !== "guided" && name !== "bedrock")

/** As people call it. */
export const companyName = (provider: string, { ownKey }: Words): string =>
  ({ anthropic: "Anthropic", openai: "OpenAI", bedrock: "Amazon Bedrock", "openai-compatible": ownKey.compatible })[
    provider
  ] ?? provider
