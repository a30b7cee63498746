import { keep, keysFrom, recall } from "./storage.ts"

/**
 * What is written and not sent belongs to the tab it was written in: each keeps it under a name of its own, and two never write over each
 * other. What a closed tab leaves behind goes to the next one that opens. A page with a box to write in holds a lock, so that others know.
 */
const id = Math.random().toString(36).slice(2) // a name, and no secret
const lockOf = (tab: string) => `spec-wizard.tab.${tab}`
const nameOf = (key: string, tab: string) => `${key}.tab.${tab}`

/** To be called once, before anything is looked for: what this tab kept before it was loaded anew is its own again. */
export function openTab(): void {
  const before = previous()
  if (!before) return
  for (const name of keysFrom("").filter((one) => one.endsWith(nameOf("", before)))) {
    keepMine(name.slice(0, -nameOf("", before).length), recall(name) ?? "")
    keep(name, "")
  }
}

/** For as long as there is a box: no other tab takes what stands in it. Returns how it ends, which leaving the page does, too. */
export function holdTab(): () => void {
  let leave = () => {}
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  void navigator.locks?.request(lockOf(id), () => left)
  return leave
}

export const keepMine = (key: string, text: string) => keep(nameOf(key, id), text)
export const recallMine = (key: string) => recall(nameOf(key, id))

/** What closed tabs have left under this key, for this one to go on with. Where locks are unknown (without https) any other tab counts as closed. */
export async function adopt(key: string): Promise<string[]> {
  const take = async () => {
    const living = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name))
    const isLeft = (name: string) => name !== nameOf(key, id) && !living.has(lockOf(name.slice(nameOf(key, "").length)))
    const names = [...keysFrom(nameOf(key, "")), key].filter(isLeft)
    const texts = names.flatMap((name) => recall(name) ?? [])
    for (const name of names) keep(name, "")
    return texts
  }
  return (await navigator.locks?.request("spec-wizard.adopt", take)) ?? take()
}

/** The name that this tab had before it was loaded anew; from now on it has the new one. */
function previous(): string | undefined {
  try {
    const before = sessionStorage.getItem("spec-wizard.tab") ?? undefined
    sessionStorage.setItem("spec-wizard.tab", id)
    return before
  } catch {
    return undefined // refused by the browser's settings, as the storage itself
  }
}
