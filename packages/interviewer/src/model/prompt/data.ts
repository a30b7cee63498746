/**
 * Data for a model to read, never to obey. The white brackets stand nowhere but around data: inside they become plain ones, one character
 * for one, so that nobody can write an end, and what is quoted is found again.
 */
export const data = (name: string, text: string): string => `⟦${name}⟧\n${inert(text)}\n⟦end of ${name}⟧`

export const inert = (text: string): string => text.replace(/[⟦〚]/g, "[").replace(/[⟧〛]/g, "]")

/** Fewer than this are not worth leaving out: to say so takes as many. */
const A_FEW = 30

/** About `max` characters at most, and how many are not shown. Never cuts a surrogate pair. */
export function shortened(text: string, max: number): string {
  if (text.length <= max + A_FEW) return text
  const kept = text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "")
  return `${kept} … (${text.length - kept.length} more characters)`
}
