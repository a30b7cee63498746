import * as z from "zod/mini"
import { clean } from "../text.ts"

/** Shows nothing where it stands: soft hyphen, zero-width space and joiners, variation selectors, fillers. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
/** What turns a line round is unseen too, but nobody types it: it stays, and whoever wants one address or code refuses it. */
const HARMLESS = /(?!\p{Bidi_Control})\p{Default_Ignorable_Code_Point}/gu

/** The same at the ends of a text, where no script and no emoji needs it. */
const UNSEEN_ENDS =
  /^[\s\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]+|[\s\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]+$/g

/** What was typed or pasted to name something exactly, an address say: compatibility forms (full-width letters) folded, and nothing unseen. */
export const exactly = (text: string): string => text.normalize("NFKC").replace(HARMLESS, "").trim()

/** The letters and digits of a code, however it was written: in any case, with spaces, dashes of any kind, a full stop behind it. */
export const symbolsOf = (text: string): string =>
  exactly(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")

/** Words as they are shown to others. Joiners between letters stay, for scripts need them; what shows nothing at all is empty. */
export function words(text: string): string {
  const shown = clean(text).normalize("NFC").replace(UNSEEN_ENDS, "")
  return shown.replace(UNSEEN, "").trim() === "" ? "" : shown
}

/** Such words on one line: a name, a title. */
export const oneLine = (text: string): string => words(text).replace(/\s+/g, " ")

/** A field of a request: tidied first, and measured after that. */
export const typed = (max: number, tidy: (text: string) => string) =>
  z.pipe(z.string().check(z.maxLength(4 * max)), z.transform(tidy)).check(z.maxLength(max))
