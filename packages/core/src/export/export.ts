import * as Export from "../protocol/export.ts"
import type * as Session from "../protocol/session.ts"
import type { Table } from "../table/table.ts"
import { ExportFailedError, ExportNotFoundError, ExportNotReadyError } from "./error.ts"
import { fromItem, key, rangeOf, type Stored } from "./item.ts"

export * from "../protocol/export.ts"
export * from "./error.ts"
export type { Stored } from "./item.ts"

const MAX_SHOWN = 50

/** @throws {ExportNotFoundError} */
export async function get(deps: { table: Table }, sessionId: Session.ID, id: Export.ID): Promise<Stored> {
  const item = await deps.table.get(key(sessionId, id))
  if (!item) throw new ExportNotFoundError()
  return fromItem(item)
}

/** The newest first. */
export async function list(deps: { table: Table }, sessionId: Session.ID): Promise<Stored[]> {
  const items = await deps.table.query({ ...rangeOf(sessionId), limit: MAX_SHOWN, reverse: true })
  return items.map(fromItem)
}

/** Where its file lies. @throws {ExportNotReadyError} @throws {ExportFailedError} */
export function fileOf({ file, status }: Stored): string {
  if (file !== undefined) return file
  throw status === "failed" ? new ExportFailedError() : new ExportNotReadyError()
}

export const toInfo = (stored: Stored): Export.Info => Export.Info.parse(stored)
