export type Sender = {
  /** As mails say it: `Spec Wizard <no-reply@spec.example.com>`. */
  from: string
  /** The address in it. */
  address: string
  /** Of the address, when the stage may write its records in DNS; otherwise AWS asks the address itself. */
  domain: string | undefined
}

/**
 * `given`: an address, or `Name <address>`; without it mails come from the site's own domain.
 * @throws {Error} of one line, for whoever deploys
 */
export function senderOf(given: string | undefined, siteDomain: string | undefined): Sender {
  const from = given?.trim() || (siteDomain && `Spec Wizard <no-reply@${siteDomain}>`)
  if (!from) throw new Error(`Who do mails come from? Set MAIL_FROM, like "${EXAMPLE}", or SITE_DOMAIN.`)
  const address = /^(?:[^<>"\r\n]{1,60} <([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/
    .exec(from)
    ?.slice(1)
    .find(Boolean)
  if (!address) throw new Error(`MAIL_FROM is not usable: write it like ${EXAMPLE}.`)
  const host = address.slice(address.indexOf("@") + 1).toLowerCase()
  const isOurs = siteDomain !== undefined && `.${host}`.endsWith(`.${siteDomain.toLowerCase()}`)
  return { from, address, domain: isOurs ? host : undefined }
}

/** What a plan takes when nothing is set. */
export const EXAMPLE = "Spec Wizard <no-reply@spec.example.com>"
