import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type * as Message from "@spec-wizard/core/protocol/message"
import { pick } from "./affirm.ts"
import type { Question } from "./ask.ts"
import * as Ask from "./ask.ts"
import { clip, sentenceCase } from "./gist.ts"
import type { Learned } from "./learn.ts"
import { learn } from "./learn.ts"
import type { Intent } from "./lexicon/lexicon.ts"
import * as Memory from "./memory.ts"
import { whole } from "./note.ts"
import { phrases } from "./phrase/phrases.ts"
import { alone, withoutLead } from "./point.ts"
import { classify } from "./read/classify.ts"
import { clauses } from "./read/clause.ts"
import type { Language } from "./read/language.ts"

const MAX_DISPUTED = 16

/** Asks which of two statements holds, instead of anything else. */
export function raise(memory: Memory.Info, dispute: Memory.Dispute, language: Language): Question {
  memory.disputed = [...memory.disputed, dispute.about].slice(-MAX_DISPUTED)
  return Ask.ask(memory, language, { topic: "dispute", wording: "open", dispute })
}

/** `follow` is the question that the decision itself raises. */
type Resolved = { lead: string; notes: Note.Info[]; follow?: Topic.ID }

/** Reads the answer to a dispute. Undefined when the message is about something else; the dispute then stays open. */
export function resolve(
  memory: Memory.Info,
  message: Message.Info,
  language: Language,
  wanted: Intent | undefined,
): Resolved | undefined {
  const dispute = memory.last?.dispute
  if (!dispute) return undefined
  const spoken = phrases[language]
  const leave = (lead: string, notes: Note.Info[]): Resolved => {
    Memory.leaveOpen(memory, dispute)
    delete memory.last
    return { lead, notes }
  }
  if (wanted === "unsure" || wanted === "delegate") {
    const text = spoken.closing.disputed(clip(dispute.older.quote, 80), clip(dispute.newer.quote, 80))
    return leave(pick(spoken.unsure, memory.turn), [
      whole(message, {
        kind: "question",
        topic: topicOf(dispute),
        text: spoken.openQuestion(text),
        evidence: "inferred",
      }),
    ])
  }
  if (wanted === "skip") return leave(pick(spoken.skipped, memory.turn), [])
  if (wanted === "both") {
    delete memory.last
    const [older, newer] = [dispute.older, dispute.newer].map(({ quote }) => withoutLead(clip(quote, 80), language))
    const text = `${older}; ${newer}`
    const topic = topicOf(dispute)
    return { lead: spoken.bothKept, notes: [whole(message, { kind: "decision", topic, text, evidence: "stated" })] }
  }
  if (wanted !== undefined && wanted !== "older" && wanted !== "newer") return undefined
  const winner = wanted === undefined ? winnerOf(dispute, message, language) : dispute[wanted]
  if (!winner) {
    Memory.leaveOpen(memory, dispute)
    delete memory.last
    return undefined
  }
  const loser = winner === dispute.older ? dispute.newer : dispute.older
  memory.claims = memory.claims.filter((claim) => claim.quote !== loser.quote || claim.about !== loser.about)
  delete memory.last
  const decided: Note.Info = {
    ...whole(message, {
      kind: "decision",
      topic: topicOf(dispute),
      text: sentenceCase(alone(winner.quote, language)),
      evidence: "stated",
    }),
    corrects: loser.quote,
  }
  const holds = phrases[language].holds(
    Ask.phrase(memory, language, { topic: "dispute", wording: "open", dispute }).text,
  )[1]
  const isTap = message.text.startsWith("“") || message.text === holds
  // Whatever else the answer says is taken in, too; a tapped choice says nothing else.
  const further = isTap || wanted ? [] : besides(dispute, learn(memory, message, language))
  const follow: Topic.ID | undefined =
    dispute.about === "accounts" && winner.stance === "no" && !memory.asked.includes("access") ? "access" : undefined
  return {
    lead: spoken.resolved(clip(alone(winner.quote, language), 80)),
    notes: [decided, ...further],
    ...(follow && { follow }),
  }
}

const besides = (dispute: Memory.Dispute, { readings }: Learned): Note.Info[] =>
  readings
    .filter(({ stances }) => !stances.some(({ concept }) => concept === dispute.older.about))
    .map(({ note }) => note)

function winnerOf(dispute: Memory.Dispute, message: Message.Info, language: Language): Memory.Claim | undefined {
  const { older, newer } = dispute
  const [first, second] = [older, newer].map((claim) =>
    message.text.includes(claim.quote.replace(/…$/, "").slice(0, 60)),
  )
  if (first !== second) return first ? older : newer
  for (const clause of clauses(message.text).slice(0, 4)) {
    const reading = classify(clause, language, undefined)
    for (const { concept, stance } of reading.stances)
      for (const claim of [older, newer]) {
        const other = claim === older ? newer : older
        if (
          concept === claim.about &&
          (stance === "no") === (claim.stance === "no") &&
          !(concept === other.about && stance === other.stance)
        )
          return claim
      }
    for (const quantity of reading.quantities)
      for (const claim of [older, newer]) if (!quantity.denied && claim.value === quantity.value) return claim
  }
  return undefined
}

function topicOf({ about }: Memory.Dispute): Topic.ID {
  if (about.startsWith("pay-")) return "payment"
  if (about === "accounts") return "access"
  if (about.startsWith("messages-")) return "notifications"
  if (about.startsWith("reach-")) return "devices"
  return about.startsWith("#") ? "volume" : "exclusions"
}
