const ABBREVIATIONS = /\b(z\. ?B|e\.g|i\.e|etc|p\. ?ej|bzw|usw|u\. ?a|Mr|Mrs|Dr|St|ca|no|nº|d\. ?h|p\. ?ex)\./giu
/** Stands for the full stop of an abbreviation, which ends no sentence. */
const STOP = "․"
const SENTENCE = /[^.!?…]+(?:[.!?…]+["”»“)]*(?=\s|$)|[.!?…]+(?=\S)[^.!?…]*)*|\S+/gu

/** The last sentence of a reply with a question mark, or the whole of its paragraph; undefined when nothing is asked. */
export function questionOf(reply: string, hasParagraph: boolean): string | undefined {
  const paragraph = reply.split(/\n+/).findLast((one) => one.includes("?"))
  if (paragraph === undefined || hasParagraph) return paragraph?.trim()
  const whole = paragraph.replaceAll(ABBREVIATIONS, (match) => match.replaceAll(".", STOP))
  const sentences = whole.match(SENTENCE) ?? [whole]
  const last = sentences.findLast((sentence) => sentence.includes("?"))
  return (last ?? whole).replaceAll(STOP, ".").trim()
}

/** Question marks outside of quotations: those are the visitor's own. */
export const countMarks = (reply: string): number =>
  (reply.replaceAll(/[“"«„][^“”"«»„]*[”"»“]/g, "").match(/\?/g) ?? []).length
