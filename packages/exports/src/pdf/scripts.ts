/** A script with a font of its own. `file` is its name without the folder. */
type Script = { letters: RegExp; file: string }

/** Scripts that few documents have: the font of each is opened for a document with letters of it. The families are named in template/style.typ. */
const SCRIPTS: readonly Script[] = [
  { letters: /\p{Script=Armenian}/u, file: "NotoSansArmenian_400Regular.ttf" },
  { letters: /\p{Script=Bengali}/u, file: "NotoSansBengali_400Regular.ttf" },
  { letters: /\p{Script=Ethiopic}/u, file: "NotoSansEthiopic_400Regular.ttf" },
  { letters: /\p{Script=Georgian}/u, file: "NotoSansGeorgian_400Regular.ttf" },
  { letters: /\p{Script=Gujarati}/u, file: "NotoSansGujarati_400Regular.ttf" },
  { letters: /\p{Script=Gurmukhi}/u, file: "NotoSansGurmukhi_400Regular.ttf" },
  { letters: /\p{Script=Hebrew}/u, file: "NotoSansHebrew_400Regular.ttf" },
  { letters: /\p{Script=Kannada}/u, file: "NotoSansKannada_400Regular.ttf" },
  { letters: /\p{Script=Khmer}/u, file: "NotoSansKhmer_400Regular.ttf" },
  { letters: /\p{Script=Lao}/u, file: "NotoSansLao_400Regular.ttf" },
  { letters: /\p{Script=Malayalam}/u, file: "NotoSansMalayalam_400Regular.ttf" },
  { letters: /\p{Script=Myanmar}/u, file: "NotoSansMyanmar_400Regular.ttf" },
  { letters: /\p{Script=Sinhala}/u, file: "NotoSansSinhala_400Regular.ttf" },
  { letters: /\p{Script=Tamil}/u, file: "NotoSansTamil_400Regular.ttf" },
  { letters: /\p{Script=Telugu}/u, file: "NotoSansTelugu_400Regular.ttf" },
  { letters: /\p{Script=Thai}/u, file: "NotoSansThai_400Regular.ttf" },
]

const isOf = (font: string, { file }: Script): boolean => font.endsWith(`/${file}`)

/** Of all fonts those that a text needs, in their order: the ones of every document, and those of the scripts it has letters of. */
export const fontsFor = (text: string, fonts: readonly string[]): string[] =>
  fonts.filter((font) => {
    const script = SCRIPTS.find((one) => isOf(font, one))
    return !script || script.letters.test(text)
  })
