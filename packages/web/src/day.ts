/** The visitor's own variant of the page's language writes the dates: `en-US` puts the month first, `en-GB` the day. */
function variant(): string {
  const { lang } = document.documentElement
  return navigator.languages.find((tag) => (tag === lang || tag.startsWith(`${lang}-`)) && isTag(tag)) ?? lang
}

/** Some systems name one that is none, such as "en-US@posix". */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/** "19 February 2027", as the visitor's calendar has it. */
export const day = (iso: string) => new Intl.DateTimeFormat(variant(), { dateStyle: "long" }).format(new Date(iso))

/** "21 Nov 2026, 14:03" */
export const moment = (iso: string) =>
  new Intl.DateTimeFormat(variant(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso))
