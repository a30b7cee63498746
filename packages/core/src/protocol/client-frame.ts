import * as z from "zod/mini"
import * as Turn from "./turn.ts"

/** Made by the client, kept until acknowledged, resent unchanged. */
const ClientID = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))

/** A visitor's own provider key; crosses with the message, is stored nowhere. */
export const Key = z.strictObject({
  provider: z.string().check(z.minLength(1), z.maxLength(40)),
  apiKey: z.string().check(z.minLength(1), z.maxLength(512)),
})

const Seq = z.int().check(z.gte(0))

export const Hello = z.strictObject({
  action: z.literal("hello"),
  v: z.literal(1),
  /** Of version 1, as in version.ts. */
  minor: z.optional(z.int().check(z.gte(0))),
  lastSeq: Seq,
  logId: z.optional(z.string().check(z.maxLength(64))),
})
/** `text` is measured by the message module, whose refusal (`message.too_long`) says more than "invalid". */
export const SendMessage = z.strictObject({
  action: z.literal("sendMessage"),
  id: ClientID,
  text: z.string(),
  key: z.optional(Key),
})
export const Retry = z.strictObject({ action: z.literal("retry"), id: ClientID, turnId: Turn.ID, key: z.optional(Key) })
export const Stop = z.strictObject({ action: z.literal("stop"), turnId: Turn.ID })
export const Sync = z.strictObject({ action: z.literal("sync"), lastSeq: Seq })
export const Ping = z.strictObject({ action: z.literal("ping") })

export const Info = z.discriminatedUnion("action", [Hello, SendMessage, Retry, Stop, Sync, Ping])
export type Info = z.infer<typeof Info>
export type Hello = z.infer<typeof Hello>
export type SendMessage = z.infer<typeof SendMessage>
export type Retry = z.infer<typeof Retry>
export type Stop = z.infer<typeof Stop>
export type Sync = z.infer<typeof Sync>
