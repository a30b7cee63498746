import { advance } from "@spec-wizard/core/document/apply"
import { conserve } from "@spec-wizard/core/document/conserve"
import { accept } from "@spec-wizard/core/document/propose"
import type { Changes, Context } from "@spec-wizard/core/interviewer"
import type * as Question from "@spec-wizard/core/interviewer/question"
import type { Document, Item } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type { Answer } from "../call.ts"
import { checked, loosened } from "./check.ts"
import type { Faulty, Meant } from "./meant.ts"
import { proposals } from "./propose.ts"
import { read } from "./read.ts"
import { plainly } from "./value.ts"

type Heard = Pick<Answer, "tools" | "isCut">

/** What a turn's calls have proposed so far, as far as it would be taken: good changes are kept whatever becomes of the others. */
export class Writing {
  /** Changes that would be refused, each with its fault. */
  faulty: Faulty[] = []
  choices: Message.Choice[] = []
  asks: Question.ID | undefined
  /** There was more to come when it broke off. */
  isCut = false
  /** That the document is written in. */
  language: Document["language"]
  readonly #context: Context
  readonly #document: Document
  readonly #isEmpty: boolean
  #good: Meant[] = []
  #waiting: Meant[] = []

  /** `spoken`: what the visitor writes in. */
  constructor(context: Context, document: Document, spoken: Document["language"]) {
    this.#context = context
    this.#document = document
    this.#isEmpty = document.items.every(({ kind }) => kind === "unsorted")
    this.language = this.#isEmpty ? spoken : document.language
  }

  /**
   * `isSpoken`: its words are what the visitor reads, so its choices belong below them.
   * @returns how many changes are new, and good
   */
  take({ tools, isCut }: Heard, { isSpoken = false } = {}): number {
    const document = this.#now()
    const { changes, faults, choices, asks, language, ...told } = read(tools, {
      messages: this.#context.transcript,
      document,
      beside: this.left(),
    })
    if (this.#isEmpty && this.#good.length === 0 && language) this.language = language
    if (choices.length > 0 && (isSpoken || this.choices.length === 0)) this.choices = choices
    this.asks ??= asks
    this.isCut = isCut || told.isCut
    const before = this.#good.length + this.#waiting.length
    const known = new Set([...this.#good, ...this.#waiting].map(sameness))
    const news = changes.filter((change) => !known.has(sameness(change)))
    const lost = faults.flatMap(({ raw }) => (typeof raw["as"] === "string" ? raw["as"] : []))
    const { good, waiting, faulty } = checked([...this.#good, ...this.#waiting, ...news], this.#facts(), lost)
    this.#good = good
    this.#waiting = waiting
    this.faulty = [...faults, ...faulty]
    return good.length + waiting.length - before
  }

  /** What came back for the faulty ones; true when that is all of them. */
  correct(second: Heard, of: { isSpoken: boolean }): boolean {
    const wanted = this.faulty.length
    return this.take(second, of) >= wanted && this.faulty.length === 0
  }

  /** Sentences of the message that stand in no line yet, as they would stand unsorted. */
  left(): Extract<Item, { kind: "unsorted" }>[] {
    const document = this.#now()
    const { operations } = accept(document, proposals(this.#all(), document), this.#textOf())
    const after = advance(document, { version: document.version + 1, operations })
    const { message } = this.#context
    return conserve(after, message, []).flatMap((operation) =>
      operation.op === "add" && operation.item.kind === "unsorted" ? [operation.item] : [],
    )
  }

  /** `asides`: what of the message says nothing for the document. Undefined when there is nothing to tell. */
  changes(asides: NonNullable<Changes["asides"]>): Changes | undefined {
    const all = this.#all()
    if (all.length + asides.length === 0) return undefined
    return { language: this.language, asides, propose: (latest) => proposals(all, latest) }
  }

  /** With those that wait for a line that is not going to come, as far as they hold without it. */
  #all(): Meant[] {
    if (this.#waiting.length === 0) return this.#good
    return checked([...this.#good, ...loosened(this.#waiting, this.#good)], this.#facts()).good
  }

  readonly #now = (): Document => ({ ...this.#document, language: this.language })
  readonly #facts = () => ({ document: this.#now(), messages: this.#visitors() })
  readonly #visitors = () => this.#context.transcript.filter(({ role }) => role === "visitor")
  readonly #textOf = () => {
    const texts = new Map<string, string>(this.#visitors().map(({ id, text }) => [id, text]))
    return { textOf: (id: string) => texts.get(id) }
  }
}

/** A change that comes twice is one. */
const sameness = ({ op, id, kind, text, field, values, to, ears, priority, ids }: Meant): string =>
  JSON.stringify([op, id, kind, plainly(text), field, values, to, ears, priority, ids])
