import type * as z from "zod/mini"
import { digestOf } from "../digest.ts"
import { VisibleError } from "../error.ts"
import type * as Session from "../protocol/session.ts"
import { partition } from "../session/item.ts"
import { ABSENT, type Item, type Key, type Table, type Write } from "../table/table.ts"

/** A request's right to its answer: whoever comes again under its key gets that answer, unless something else is asked. */
export type Info<Answer> = {
  key: Key
  /** Of what is asked. */
  digest: string
  answer: z.ZodMiniType<Answer>
  /** What the same key for something else is refused with. */
  Reused: new () => VisibleError
}

export class KeyReusedError extends VisibleError {
  constructor() {
    super(
      "conflict",
      "idempotency.key_reused",
      "This Idempotency-Key was used for something else. Please take a new one.",
    )
  }
}

export const key = (sessionId: Session.ID, name: string): Key => ({ pk: partition(sessionId), sk: `claim#${name}` })

/** Of a request that came with an `Idempotency-Key`; requests of another `kind` may have the same. */
export const ofRequest = <Answer>(
  asked: { sessionId: Session.ID; kind: "export" | "submission"; key: string; input: object },
  answer: z.ZodMiniType<Answer>,
): Info<Answer> => ({
  key: key(asked.sessionId, `${asked.kind}#${digestOf(asked.key)}`),
  digest: digestOf(JSON.parse(JSON.stringify(asked.input))), // without what is undefined
  answer,
  Reused: KeyReusedError,
})

/** What was answered before. @throws {VisibleError} the claim's own, when something else was asked */
export async function find<Answer>(deps: { table: Table }, claim: Info<Answer>): Promise<Answer | undefined> {
  const item = await deps.table.get(claim.key)
  if (!item) return undefined
  if (item["digest"] !== claim.digest) throw new claim.Reused()
  return claim.answer.parse(item)
}

/** For the transaction that carries the request out: of those with the same key, one does. */
export function write<Answer extends object>({ key, digest }: Info<Answer>, answer: Answer): Write {
  const item: Item = { ...key, digest, ...answer }
  return { put: item, when: ABSENT }
}
