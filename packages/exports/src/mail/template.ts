import { clean } from "@spec-wizard/core/text"
import { layout, type Rendered } from "./layout.ts"
import type { Part } from "./sheet.ts"
import type { Words } from "./words/wording.ts"
import { language, words } from "./words/words.ts"

export type { Rendered } from "./layout.ts"

/**
 * `save`: somebody asked to save a conversation to this address; `open`: to open what is saved there; `confirm`: to send a file there.
 * Anybody can ask that of any address, so such a mail holds not one word of a visitor's. `code` comes as it is printed, `XXXX-XXXX`.
 *
 * `reminder` points to a conversation that will be erased on `expiresOn` (`2027-02-19`, in UTC); its `url` opens nothing by itself, so it
 * may be forwarded. `title` is as somebody wrote it; empty when nobody did.
 */
export type Letter =
  | { kind: "confirm"; url: string; code: string; minutes: number }
  | { kind: "save"; url: string; code: string; minutes: number }
  | { kind: "open"; url: string; code: string; minutes: number }
  | { kind: "reminder"; url: string; title: string; expiresOn: string }
  | Exported
  | Submitted
  | Answered
  | Noticed

/** The file itself, or where it can be downloaded; `url` opens nothing by itself. `title` is as somebody wrote it. */
type Exported = { kind: "export"; url: string; title: string; isAttached: boolean }

/** To whoever submitted, or to somebody whose address they gave: so it holds our words alone. `url` opens nothing by itself. */
type Submitted = { kind: "submission"; url: string; reference: string }

/** What became of it; `said` is the owner's. With a question the status is not repeated. */
type Answered = {
  kind: "answer"
  url: string
  reference: string
  status: "received" | "reviewed" | "quoted" | "closed"
  said?: string
  isQuestion: boolean
}

/** To the owner, in English; `from` is who submitted, like the title as they wrote it. `url` asks for the owner's token. */
type Noticed = { kind: "notice"; url: string; reference: string; title: string; from: From }

/** In the order of their mention. */
const LABELS = {
  name: "Name",
  company: "Company",
  email: "Email",
  phone: "Phone",
  budget: "Budget",
  timeline: "Timeline",
}
type Field = keyof typeof LABELS
type From = Readonly<Partial<Record<Field, string | undefined>>>

/** `locale` is a BCP 47 tag. */
export function write(letter: Letter, locale: string): Rendered {
  const spoken = language(locale)
  const its = words[spoken]
  return layout({ language: spoken, sender: its.sender, ...sheetOf(its, letter) })
}

function sheetOf(its: Words, letter: Letter): Sheet {
  switch (letter.kind) {
    case "reminder":
      return reminder(its, letter)
    case "export":
      return exported(its, letter)
    case "submission":
      return submitted(its, letter)
    case "answer":
      return answered(its, letter)
    case "notice":
      return noticed(letter)
    default:
      return link(its, letter)
  }
}

type Sheet = { subject: string; heading: string; parts: Part[] }

function link(its: Words, { kind, url, code, minutes }: Extract<Letter, { code: string }>): Sheet {
  const { subject, heading, lead, button } = its[kind]
  const duration = new Intl.NumberFormat(its.tag, { style: "unit", unit: "minute", unitDisplay: "long" })
  return {
    subject,
    heading,
    parts: [
      { type: "words", text: lead },
      { type: "link", label: button, url },
      { type: "code", text: its.code, code },
      { type: "words", text: its.limits(duration.format(minutes)) },
      { type: "words", text: its.stranger, quiet: true },
    ],
  }
}

function reminder(its: Words, { url, title, expiresOn }: Extract<Letter, { kind: "reminder" }>): Sheet {
  const { subject, heading, lead, button, keep, where, otherwise } = its.reminder
  const day = new Intl.DateTimeFormat(its.tag, { dateStyle: "long", timeZone: "UTC" }).format(new Date(expiresOn))
  return {
    subject: subject(day),
    heading,
    parts: [
      { type: "words", text: lead(onOneLine(title), day) },
      { type: "words", text: keep },
      { type: "link", label: button, url },
      { type: "words", text: where, quiet: true },
      { type: "words", text: otherwise, quiet: true },
    ],
  }
}

function exported({ export: its }: Words, { url, title, isAttached }: Exported): Sheet {
  return {
    subject: its.subject,
    heading: its.heading,
    parts: [
      { type: "words", text: its.lead(onOneLine(title)) },
      { type: "words", text: isAttached ? its.attached : its.linked },
      { type: "link", label: its.button, url },
      { type: "words", text: its.where, quiet: true },
    ],
  }
}

function submitted({ submission: its }: Words, { url, reference }: Submitted): Sheet {
  return {
    subject: its.subject(reference),
    heading: its.heading,
    parts: [
      { type: "words", text: its.lead },
      { type: "code", text: its.reference, code: reference },
      { type: "words", text: its.next },
      { type: "link", label: its.button, url },
      { type: "words", text: its.stranger, quiet: true },
    ],
  }
}

function answered(its: Words, { url, reference, status, said, isQuestion }: Answered): Sheet {
  const { subject, heading, status: states, said: before, asked, button } = its.answer
  const words: Part[] = isQuestion ? [{ type: "words", text: asked }] : [{ type: "words", text: states[status] }]
  if (said !== undefined) {
    if (!isQuestion) words.push({ type: "words", text: before })
    words.push({ type: "words", text: onOneLine(said) })
  }
  return {
    subject: subject(reference),
    heading,
    parts: [
      ...words,
      { type: "link", label: button, url },
      { type: "code", text: its.submission.reference, code: reference },
    ],
  }
}

function noticed({ url, reference, title, from }: Noticed): Sheet {
  return {
    subject: `A specification was submitted: ${reference}`,
    heading: "A specification was submitted",
    parts: [
      { type: "code", text: onOneLine(title) || "It has no title.", code: reference },
      ...Object.entries(LABELS).flatMap(([field, label]): Part[] => {
        const said = from[field as Field] // the keys of LABELS are its fields
        return said === undefined ? [] : [{ type: "words", text: `${label}: ${onOneLine(said)}` }]
      }),
      { type: "link", label: "Look at it", url },
    ],
  }
}

const onOneLine = (title: string) => clean(title).replace(/\s+/g, " ").trim()
