import * as z from "zod/mini"
import type * as Note from "./note.ts"

/** What a specification needs to know. The order breaks ties: of two equal questions the earlier one is asked. */
export const ID = z.enum([
  "purpose",
  "users",
  "journey",
  "rules",
  "success",
  "scope",
  "reason",
  "volume",
  "data",
  "failure",
  "exclusions",
  "access",
  "permissions",
  "payment",
  "notifications",
  "integrations",
  "privacy",
  "retention",
  "reports",
  "devices",
  "security",
  "deadline",
  "budget",
  "availability",
  "accessibility",
  "languages",
  "speed",
  "terms",
])
export type ID = z.infer<typeof ID>

export type Topic = {
  /** 1–10: how much of what gets built depends on the answer. */
  impact: number
  /** What a statement about it becomes in the specification, unless the sentence itself says otherwise. */
  kind: Note.Kind
  /** Worth more right after one of these, so that a conversation flows. */
  after: readonly ID[]
  /** Matters fully only once one of these has come up; without it the question is asked late or not at all. */
  needs?: readonly ID[]
  /** One mention rarely says it all: worth a "what else" once. Other topics are settled by a clear statement. */
  deep?: true
}

export const topics: Readonly<Record<ID, Topic>> = {
  purpose: { impact: 10, kind: "summary", after: [] },
  users: { impact: 9, kind: "role", after: ["purpose"], deep: true },
  journey: { impact: 9, kind: "journey", after: ["users", "volume"], deep: true },
  rules: { impact: 8, kind: "rule", after: ["journey", "payment"], deep: true },
  success: { impact: 8, kind: "measure", after: ["reason", "exclusions"] },
  scope: { impact: 6, kind: "scope", after: ["journey", "purpose"] },
  reason: { impact: 6, kind: "goal", after: ["purpose"] },
  volume: { impact: 7, kind: "quality", after: ["users"] },
  data: { impact: 7, kind: "entity", after: ["journey", "access"] },
  failure: { impact: 7, kind: "requirement", after: ["rules", "payment", "journey", "integrations"] },
  exclusions: { impact: 7, kind: "exclusion", after: ["scope"] },
  access: { impact: 6, kind: "requirement", after: ["users", "permissions"] },
  permissions: { impact: 6, kind: "role", after: ["users", "access"] },
  payment: { impact: 6, kind: "requirement", after: ["journey", "rules"], needs: ["payment"] },
  notifications: { impact: 6, kind: "requirement", after: ["journey", "rules", "failure"] },
  integrations: { impact: 6, kind: "integration", after: ["payment", "data", "reports"] },
  privacy: { impact: 6, kind: "quality", after: ["data", "access"] },
  retention: { impact: 5, kind: "entity", after: ["privacy", "data"] },
  reports: { impact: 4, kind: "requirement", after: ["data", "permissions"] },
  devices: { impact: 4, kind: "quality", after: ["users", "journey"] },
  security: { impact: 4, kind: "quality", after: ["privacy", "permissions"], needs: ["payment", "privacy"] },
  deadline: { impact: 5, kind: "constraint", after: ["budget", "success"] },
  budget: { impact: 5, kind: "constraint", after: ["deadline", "scope"] },
  availability: { impact: 4, kind: "quality", after: ["volume", "failure"] },
  accessibility: { impact: 4, kind: "quality", after: ["devices", "users"] },
  languages: { impact: 3, kind: "quality", after: ["users", "devices"] },
  speed: { impact: 3, kind: "quality", after: ["availability", "volume"] },
  terms: { impact: 2, kind: "term", after: [] },
}
