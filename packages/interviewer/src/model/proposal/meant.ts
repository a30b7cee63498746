import type { Source } from "@spec-wizard/core/protocol/document"
import type { Change, Criterion } from "../prompt/tools.ts"
import type { Raw } from "./value.ts"

export type Check = Omit<ReturnType<typeof Criterion.parse>, "quotes"> & {
  evidence: "stated" | "inferred"
  sources: Source[]
}

/** A change as the model meant it, its quotes found. `raw` is what it wrote, which it gets back when it is refused. */
export type Meant = Omit<Change, "quotes" | "priorityQuotes" | "criteria"> & {
  raw: Raw
  sources: Source[]
  ranked: Source[]
  criteria?: Check[]
}

/** Told to the model, and to nobody else: it quotes what it wrote. */
export type Faulty = { raw: Raw; fault: string }
