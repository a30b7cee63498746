import { contentOf } from "./stem.ts"

/** With fewer words it says nothing without the sentence before: "Which of the two holds?" */
const MIN_WORDS = 4
const SAME = 0.7

/** What a reply asks. A question inside of a quotation is the visitor's own. */
export function questionsOf(reply: string): string[] {
  const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(reply)].map(({ segment }) =>
    segment.trim(),
  )
  return sentences.flatMap((sentence, at) => {
    if (!/\?\W*$/.test(withoutQuotations(sentence))) return []
    const before = contentOf(sentence).size < MIN_WORDS ? (sentences[at - 1] ?? "") : ""
    return [`${before} ${sentence}`.trim()]
  })
}

/** Two wordings that share most of their words. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [contentOf(one), contentOf(other)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared > 0 && shared / (first.size + second.size - shared) >= SAME
}

const withoutQuotations = (text: string) => text.replace(/“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"/g, "")
