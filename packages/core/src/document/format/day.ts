import type { Language } from "../wording.ts"

/**
 * "21 November 2026", as the language writes it, in UTC; a date that is none stays as it is. Written as `Intl` writes it, which a process
 * needs 45 ms to begin with: a tenth of what a whole PDF takes.
 */
export function day(iso: string, language: Language): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const { months, print } = days[language]
  return print(date.getUTCDate(), months.split(" ")[date.getUTCMonth()] ?? "", date.getUTCFullYear())
}

type Days = { months: string; print(day: number, month: string, year: number): string }

const days: Readonly<Record<Language, Days>> = {
  en: {
    months: "January February March April May June July August September October November December",
    print: (day, month, year) => `${day} ${month} ${year}`,
  },
  de: {
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    print: (day, month, year) => `${day}. ${month} ${year}`,
  },
  es: {
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    print: (day, month, year) => `${day} de ${month} de ${year}`,
  },
  fr: {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    print: (day, month, year) => `${day} ${month} ${year}`,
  },
}
