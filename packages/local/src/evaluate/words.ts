/** Nobody wrote these to say something: a line may have them unasked, or lose them. No negation and no "only" is among them. */
const FUNCTION_WORDS = `
  a an the and or but so that this these those of to in on at for by with from as is are be been was were it its we our us you your they their he she
  his her there will would shall should must can may has have had do does if when where who which what than then also system please
  der die das den dem des ein eine einen einem einer eines und oder aber dass dies diese dieser dieses von vom zu zum zur im in an am auf für bei mit
  aus als ist sind sei war wird werden wir unser unsere uns sie ihr ihre er es man ich soll sollen muss müssen kann können darf dürfen hat haben wenn
  wer was wie auch folgendes
  el la los las lo un una unos unas y e o u pero que este esta estos estas eso de del a al en por para con como es son ser está están se su sus nos
  nuestro nuestra debe deben deberá podrá puede pueden ha han hay si cuando quien cual también sistema
  le les l un une des du d et ou mais que qu ce cet cette ces c de à a au aux en dans par pour avec sur comme est sont être se s sa son ses leur leurs
  nous notre nos on il elle ils elles je j doit doivent peut peuvent ont si quand qui quoi y aussi système`

export const fold = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()

const functionWords = new Set(FUNCTION_WORDS.trim().split(/\s+/).map(fold))

/** One that says nothing alone; folded. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word)

/** Of three letters and more, folded. */
export const wordsOf = (text: string): string[] => fold(text).match(/\p{L}{3,}/gu) ?? []

export const contentOf = (text: string): string[] => wordsOf(text).filter((word) => !isFunctionWord(word))

/** The text has that much of what the phrase says, whatever the order. */
export function hasWords(text: string, phrase: string, enough: number): boolean {
  const have = new Set(wordsOf(text))
  const wanted = contentOf(phrase)
  return wanted.length > 0 && wanted.filter((word) => have.has(word)).length >= enough * wanted.length
}

/** The texts name somebody, in whatever inflection, by one of their names. */
export function areNaming(texts: readonly (string | undefined)[], names: string | readonly string[]): boolean {
  const have = texts.flatMap((text) => wordsOf(text ?? ""))
  const stemOf = (word: string) => (word.length > 5 ? word.slice(0, -2) : word)
  return [names]
    .flat()
    .some((name) => contentOf(name).every((word) => have.some((one) => one.startsWith(stemOf(word)))))
}
