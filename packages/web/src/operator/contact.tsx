import { operatorWords } from "../words/operator.ts"
import type { Details } from "./details.ts"

const words = operatorWords.one

const FIELDS = ["name", "email", "company", "phone", "budget", "timeline"] as const

/** Who submitted it, in their own words, and how sure the address is. */
export function Contact({ submission: { contact, isVerified, locale } }: { submission: Details }) {
  if (!contact) return null
  return (
    <section class="card">
      <h2>{words.contact}</h2>
      <dl class="contact-facts">
        {FIELDS.filter((name) => contact[name] !== undefined).map((name) => (
          <div key={name}>
            <dt>{words.fields[name]}</dt>
            <dd dir="auto">
              {name === "email" ? (
                <a class="contact-mail" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              ) : (
                contact[name]
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class={isVerified ? "quiet-text" : "quiet-text unverified"}>
        {isVerified ? words.verified : words.unverified}
      </p>
      <p class="quiet-text">{words.language(languageName(locale))}</p>
    </section>
  )
}

function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale
  } catch {
    return locale // no language at all, so nobody has a name for it
  }
}
