/** What a mail says, from top to bottom. Both versions are made of it, so neither says what the other does not. */
export type Sheet = {
  /** Language of the words, for those who have them read out. */
  language: string
  subject: string
  heading: string
  parts: readonly Part[]
  /** The last line: what this is that writes. */
  sender: string
}

/** `quiet`: what matters only to some. */
export type Part =
  | { type: "words"; text: string; quiet?: true }
  | { type: "link"; label: string; url: string }
  | { type: "code"; text: string; code: string }
