import { PROVIDERS } from "@spec-wizard/core/settings"
import * as z from "zod/mini"

export const Provider = z.enum(PROVIDERS)
export type Provider = z.infer<typeof Provider>

/**
 * Which model, whose key. An OpenAI-compatible server on one's own machine may need no key, and Bedrock knows none: there the function's own
 * role is asked for, in `region`.
 */
export type ModelChoice = { provider: Provider; model: string; apiKey?: string; baseUrl?: string; region?: string }

/** As it is stored with a turn: `anthropic/claude-…`. */
export const nameOf = ({ provider, model }: ModelChoice): string => `${provider}/${model}`
