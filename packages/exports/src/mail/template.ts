import { clean } from "@spec-wizard/core/message"
import { layout, type Part, type Rendered } from "./layout.ts"
import { language, type Words, words } from "./words/words.ts"

export type { Rendered } from "./layout.ts"

/**
 * `save`: somebody asked to save a conversation to this address; `open`: to open what is saved there. Anybody can ask that of any address,
 * so such a mail holds not one word of a visitor's. `code` comes as it is printed, `XXXX-XXXX`.
 *
 * `reminder` points to a conversation that will be erased on `expiresOn` (`2027-02-19`, in UTC); its `url` opens nothing by itself, so it
 * may be forwarded. `title` is as somebody wrote it; empty when nobody did.
 */
export type Letter =
  | { kind: "save"; url: string; code: string; minutes: number }
  | { kind: "open"; url: string; code: string; minutes: number }
  | { kind: "reminder"; url: string; title: string; expiresOn: string }

/** `locale` is a BCP 47 tag. */
export function write(letter: Letter, locale: string): Rendered {
  const spoken = language(locale)
  const its = words[spoken]
  const sheet = letter.kind === "reminder" ? reminder(its, letter) : link(its, letter)
  return layout({ language: spoken, sender: its.sender, ...sheet })
}

type Sheet = { subject: string; heading: string; parts: Part[] }

function link(its: Words, { kind, url, code, minutes }: Exclude<Letter, { kind: "reminder" }>): Sheet {
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

const onOneLine = (title: string) => clean(title).replace(/\s+/g, " ").trim()
