import type { Language } from "../word.ts"

/** "21 November 2026", as the language writes it; a date that is none stays as it is. */
export function day(iso: string, language: Language): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" }).format(
    date,
  )
}
