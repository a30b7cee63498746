import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Kind } from "@spec-wizard/core/protocol/document"

type Weight = {
  /** 1–10: how much of what gets built depends on the answer, and how often somebody had one in mind. */
  impact: number
  /** What a plain answer becomes. */
  kind: Kind
  /** What its open question asks at the same time. Once one of these is known, the narrower question is put instead. */
  also?: readonly Topic.ID[]
  /** One mention rarely says it all. */
  deep?: true
  /** Asked late, unless it has come up. */
  prompted?: true
}

/** In the order in which they are asked while nothing is known. Who it is for, what happens and what must not: these carry the rest. */
export const topics: Readonly<Record<Topic.ID, Weight>> = {
  purpose: { impact: 10, kind: "summary" },
  goal: { impact: 3.9, kind: "goal" },
  users: { impact: 10, kind: "role", deep: true },
  journey: { impact: 9.5, kind: "journey" },
  failure: { impact: 9.2, kind: "requirement" },
  rules: { impact: 9, kind: "rule", deep: true, also: ["approval"] },
  exclusions: { impact: 8.6, kind: "exclusion" },
  migration: { impact: 8.4, kind: "requirement", also: ["reason"] },
  look: { impact: 8.2, kind: "quality" },
  success: { impact: 8, kind: "measure" },
  devices: { impact: 7.6, kind: "quality", also: ["connection"] },
  volume: { impact: 7, kind: "quality" },
  data: { impact: 6.8, kind: "entity", deep: true, also: ["privacy"] },
  integrations: { impact: 6.4, kind: "integration" },
  privacy: { impact: 6.2, kind: "quality", also: ["permissions"] },
  accessibility: { impact: 5.2, kind: "quality", also: ["languages"] },
  approval: { impact: 5, kind: "rule" },
  deadline: { impact: 4.8, kind: "constraint" },
  budget: { impact: 4.4, kind: "constraint" },
  content: { impact: 5.1, kind: "requirement" },
  retention: { impact: 4, kind: "entity" },
  reason: { impact: 6, kind: "context" },
  permissions: { impact: 5.6, kind: "rule" },
  scope: { impact: 3, kind: "scope" },
  notifications: { impact: 2.8, kind: "requirement" },
  payment: { impact: 5, kind: "requirement", prompted: true },
  connection: { impact: 6, kind: "requirement" },
  law: { impact: 4.6, kind: "constraint" },
  languages: { impact: 4, kind: "quality" },
  access: { impact: 2.4, kind: "requirement" },
  reports: { impact: 2.2, kind: "requirement" },
  security: { impact: 2, kind: "quality" },
  availability: { impact: 1.8, kind: "quality" },
  terms: { impact: 1.4, kind: "term" },
  speed: { impact: 1.2, kind: "quality" },
}

/** No closing before each of these was asked, answered or skipped. */
export const core = [
  "purpose",
  "goal",
  "users",
  "success",
  "exclusions",
  "data",
  "failure",
] as const satisfies Topic.ID[]
