import { fileURLToPath } from "node:url"

const latin = import.meta.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf")
const mono = import.meta.resolve("@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf")
const math = import.meta.resolve("@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf")
const symbols = import.meta.resolve("@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf")
const emoji = import.meta.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf")
// These packages name only their entry, which lies in a folder beside that of the fonts.
const arabic = import.meta.resolve("@embedpdf/fonts-arabic")
const chinese = import.meta.resolve("@embedpdf/fonts-sc")
const korean = import.meta.resolve("@embedpdf/fonts-kr")

/**
 * What pages are set in, absolute paths. All of it may be embedded and shipped: OFL-1.1, or Apache-2.0 as the files of @embedpdf say of
 * themselves. The families are named in template/style.typ, in the order in which a glyph is looked for.
 */
export const FONT_FILES: readonly string[] = [
  latin, // and Greek, Cyrillic, Devanagari
  new URL("../400Regular_Italic/NotoSans_400Regular_Italic.ttf", latin),
  new URL("../600SemiBold/NotoSans_600SemiBold.ttf", latin),
  mono,
  math, // arrows, ≤ ≥
  symbols, // the marks of evidence
  emoji,
  new URL("../fonts/NotoNaskhArabic-Regular.ttf", arabic),
  new URL("../fonts/NotoNaskhArabic-Bold.ttf", arabic),
  new URL("../fonts/NotoSansHans-Regular.otf", chinese), // and kana
  new URL("../fonts/NotoSansHans-Bold.otf", chinese),
  new URL("../fonts/NotoSansKR-Regular.otf", korean),
  new URL("../fonts/NotoSansKR-Bold.otf", korean),
].map((url) => fileURLToPath(url))
