import * as z from "zod/mini"

/**
 * `keyed`: it was sent with the visitor's own key, which is kept nowhere; after a reload it waits for a person instead of going to
 * another provider than the one they chose.
 */
export const PendingMessage = z.object({ id: z.string(), text: z.string(), keyed: z.optional(z.literal(true)) })
export type PendingMessage = z.infer<typeof PendingMessage>

/** Where messages wait that are not in the log yet, oldest first. */
export interface Outbox {
  load(): PendingMessage[]
  save(messages: readonly PendingMessage[]): void
}

export function memoryOutbox(): Outbox {
  let kept: PendingMessage[] = []
  return {
    load: () => kept,
    save(messages) {
      kept = [...messages]
    },
  }
}

const Stored = z.array(PendingMessage)

/**
 * Survives a reload. Several tabs may share it: each replaces only messages it knows. A full or forbidden storage is not an error, the
 * messages are then kept as long as the page.
 */
export function storageOutbox(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, sessionId: string): Outbox {
  const name = `spec-wizard.outbox.${sessionId}`
  const seen = new Set<string>()

  function stored(): PendingMessage[] {
    try {
      return Stored.safeParse(JSON.parse(storage.getItem(name) ?? "[]")).data ?? []
    } catch {
      return []
    }
  }

  return {
    load() {
      const messages = stored()
      for (const { id } of messages) seen.add(id)
      return messages
    },
    save(messages) {
      for (const { id } of messages) seen.add(id)
      const all = [...stored().filter(({ id }) => !seen.has(id)), ...messages]
      try {
        if (all.length === 0) storage.removeItem(name)
        else storage.setItem(name, JSON.stringify(all))
      } catch {
        // kept in memory by the queue
      }
    },
  }
}
