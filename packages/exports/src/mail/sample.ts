import { type Letter, type Rendered, write } from "./template.ts"
import { type Language, languages } from "./words/words.ts"

export type Sample = Rendered & { locale: Language; letter: Letter }

/** Every mail there is, in every language, with words that nobody wrote: to look at what changed. `site`: where they lead. */
export function samples(site: string): Sample[] {
  const session = `${site}/s/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV`
  const reference = "SPEC-K7MT-4XQ9"
  const title = "Bakery orders"
  const link = { url: `${site}/link#token=${"t0ken-_".padEnd(43, "x")}`, code: "7KM2-XQ9A", minutes: 10 }
  const answer = { kind: "answer", url: session, reference, status: "quoted", isQuestion: false } as const
  const letters: Letter[] = [
    { kind: "save", ...link },
    { kind: "open", ...link },
    { kind: "confirm", ...link },
    { kind: "reminder", url: session, title, expiresOn: "2027-02-19" },
    { kind: "reminder", url: session, title: "", expiresOn: "2027-02-19" },
    { kind: "export", url: session, title, isAttached: true },
    { kind: "export", url: session, title, isAttached: false },
    { kind: "export", url: session, title: "", isAttached: true },
    { kind: "submission", url: session, reference },
    answer,
    { ...answer, said: "We can begin in March." },
    { ...answer, said: "How many boats?", isQuestion: true },
    {
      kind: "notice",
      url: `${site}/operator#${reference}`,
      reference,
      title,
      from: { name: "Ada", email: "ada@example.com" },
    },
  ]
  return letters.flatMap((letter) => spoken(letter).map((locale) => ({ locale, letter, ...write(letter, locale) })))
}

/** The owner's is in English, whoever submitted. */
const spoken = ({ kind }: Letter): readonly Language[] => (kind === "notice" ? ["en"] : languages)
