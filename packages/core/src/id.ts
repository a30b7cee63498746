import { ulid } from "ulid"
import * as z from "zod/mini"

/** The prefixes there are; an id says what it names. */
export type Prefix = "ses" | "dev" | "msg" | "trn" | "evt" | "log" | "lnk" | "out" | "exp"

export type Of<P extends Prefix> = `${P}_${string}`

/** `ses_01J…`: a prefix and a ULID, typed so that a message id cannot pass for a session id. Sorts by time; never a secret. */
export const schema = <P extends Prefix>(prefix: P) => z.templateLiteral([`${prefix}_`, z.ulid()])

export const create = <P extends Prefix>(prefix: P, at: number): Of<P> => `${prefix}_${ulid(at)}`
