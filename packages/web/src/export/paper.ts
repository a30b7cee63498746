export const papers = ["a4", "letter"] as const
export type Paper = (typeof papers)[number]

/** Where one buys Letter; everybody else has A4. @see https://github.com/unicode-org/cldr/blob/main/common/supplemental/supplementalData.xml */
const LETTER = new Set(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])

/** What most likely lies in the visitor's printer. A language without a country stands for where most of its speakers are. */
export function paperIn(locale: string): Paper {
  const { region = "" } = new Intl.Locale(locale).maximize()
  return LETTER.has(region) ? "letter" : "a4"
}
