import * as z from "zod/mini"
import * as Schema from "./document.ts"

/** What an unsorted line may become. */
export const Sortable = z.enum(Schema.Kind.options.filter((kind) => kind !== "unsorted" && kind !== "question"))
export type Sortable = z.infer<typeof Sortable>

const reason = z.optional(z.string().check(z.minLength(1), z.maxLength(300)))
const on = { id: Schema.ID }

/** Names and values of a line's own fields; that they belong to its kind is checked when they are merged into it. */
const Fields = z.record(z.string().check(z.maxLength(40)), z.unknown())

/**
 * What the document's history is made of: every operation complete, so that applying them again needs nothing else. They stand in
 * `specification.patched` events, and clients apply them too.
 */
export const Info = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("add"), item: Schema.Item }),
  z.strictObject({ op: z.literal("set"), ...on, fields: Fields }),
  /** The old line stays, and says what took its place. */
  z.strictObject({ op: z.literal("supersede"), ...on, item: Schema.Item }),
  /** `sources`: where somebody took it back. They join the line's own. */
  z.strictObject({ op: z.literal("retire"), ...on, reason, sources: z.optional(z.array(Schema.Source)) }),
  z.strictObject({ op: z.literal("answer"), ...on, text: z.string(), sources: z.array(Schema.Source) }),
  z.strictObject({ op: z.literal("link"), ...on, to: Schema.ID }),
  z.strictObject({ op: z.literal("confirm"), ...on }),
  z.strictObject({ op: z.literal("dispute"), ...on, reason }),
  z.strictObject({ op: z.literal("lock"), ...on }),
  z.strictObject({ op: z.literal("unlock"), ...on }),
  /** Puts lines back as they were before a version, and takes away those it added. */
  z.strictObject({
    op: z.literal("undo"),
    version: z.int().check(z.gte(1)),
    items: z.array(Schema.Item),
    removed: z.array(Schema.ID),
  }),
])
export type Info = z.infer<typeof Info>

/** What a visitor may do to the document by hand. Without a version, `undo` takes back the latest change. */
export const Edit = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("confirm"), ...on }),
  z.strictObject({ op: z.literal("set"), ...on, fields: Fields }),
  z.strictObject({ op: z.literal("retire"), ...on, reason }),
  z.strictObject({ op: z.literal("dispute"), ...on, reason }),
  z.strictObject({ op: z.literal("lock"), ...on }),
  z.strictObject({ op: z.literal("unlock"), ...on }),
  z.strictObject({ op: z.literal("undo"), version: z.optional(z.int().check(z.gte(1))) }),
  /** An unsorted line becomes one of that kind, with its words and sources. */
  z.strictObject({ op: z.literal("sort"), ...on, kind: Sortable }),
])
export type Edit = z.infer<typeof Edit>

type Kept = "id" | "state" | "locked" | "remark" | "supersededBy" | "addedIn" | "changedIn"
type Drafted<I> = I extends { kind: "requirement" }
  ? Omit<I, Kept | "criteria"> & { criteria: Omit<Schema.Criterion, "id">[] }
  : Omit<I, Kept>

/**
 * A line as it is proposed: code gives it its number, state and version, and numbers a requirement's criteria. `dependsOn` may name lines of
 * the same patch by their handle, `$1`.
 */
export type Draft = Schema.Item extends infer I ? (I extends Schema.Item ? Drafted<I> : never) : never

/** Lists of a line: they grow and shrink by what is named, and are never replaced. */
export const List = z.enum([
  "may",
  "mayNot",
  "steps",
  "attributes",
  "alternatives",
  "choices",
  "blocks",
  "dependsOn",
  "criteria",
])
export type List = z.infer<typeof List>

/**
 * What an interviewer may propose. Code decides. `sources` are what a change goes by: what a line says that somebody said or agreed to changes
 * with new ones alone. `ranked`: where somebody said how much a line is wanted, without which its priority is a guess. Where an id is asked for, the handle of a line of the same patch may stand, but for what the change is about.
 */
export type Proposal =
  | { op: "add"; item: Draft; as?: `$${string}`; ranked?: Schema.Source[] }
  | { op: "ask"; item: Extract<Draft, { kind: "question" }>; as?: `$${string}`; ranked?: Schema.Source[] }
  | { op: "set"; id: Schema.ID; fields: Record<string, unknown>; sources?: Schema.Source[] }
  | { op: "supersede"; id: Schema.ID; item: Draft; as?: `$${string}`; ranked?: Schema.Source[] }
  | { op: "retire"; id: Schema.ID; reason: string; sources?: Schema.Source[] }
  /** Words; of `criteria`, criteria without their numbers. Steps without a source are a guess, and marked so. */
  | { op: "addTo"; id: Schema.ID; field: List; values: readonly unknown[]; sources?: Schema.Source[] }
  /** Words as they stand in the list; of `criteria`, their ids. */
  | { op: "removeFrom"; id: Schema.ID; field: List; values: readonly string[]; sources?: Schema.Source[] }
  /** Two sayings that cannot both hold: lines, or a line and words that stand in none. Asked as a question, with both quotes. */
  | { op: "dispute"; ids: readonly string[]; text?: string; sources: Schema.Source[] }
  /** `confirmed` when the message answers a question about the line, else `stated`. */
  | { op: "sort"; id: Schema.ID; kind: Sortable; evidence: "stated" | "confirmed" }
  | { op: "answer"; id: Schema.ID; text: string; sources: Schema.Source[] }
  | { op: "link"; id: Schema.ID; to: string }
