/** The address in `Name <address>`. */
export const addressOf = (named: string) => /<([^<>]*)>\s*$/.exec(named)?.[1] ?? named.trim()

/** The addresses of a header such as `To`: those of a list with commas, but for commas in quotes. */
export const addressesIn = (list: string): string[] => (list.match(/("[^"]*"|[^",])+/g) ?? []).map(addressOf)
