const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]+/gu
const MARKUP = /[<>[\]{}*_#|`\\~]/g

/** The visitor's words on one line, without anything a reader or a page could take for more than words. */
export function plain(text: string): string {
  return text.replace(CONTROL, " ").replace(MARKUP, "").split(/\s/).filter(Boolean).join(" ")
}

/** At most `max` UTF-16 units, cut between words where there are any, never inside a character. */
export function clip(text: string, max: number): string {
  const line = plain(text.slice(0, max * 6))
  if (line.length <= max) return line
  const cut = line.slice(0, max - 1)
  const space = cut.lastIndexOf(" ")
  const kept = space > max / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "")
  return `${kept.replace(/[,;:–—]$/, "")}…`
}

export const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
