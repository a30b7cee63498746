/** In `sessionStorage`, which ends with the tab and is nobody else's, and there only when it was asked for. */
const NAME = "spec-wizard.operator"

/** What can stand in a header; everything else is no token of ours. */
export const isToken = (text: string) => /^[\x21-\x7e]{1,200}$/.test(text)

export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(NAME) ?? undefined
  } catch {
    return undefined
  }
}

export function keepToken(token: string) {
  try {
    sessionStorage.setItem(NAME, token)
  } catch {
    // Refused by the browser's settings: then it lasts as long as the page.
  }
}

export function dropToken() {
  try {
    sessionStorage.removeItem(NAME)
  } catch {
    // Then there is none either.
  }
}
