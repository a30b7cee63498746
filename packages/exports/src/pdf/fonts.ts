import { fileURLToPath } from "node:url"

const latin = import.meta.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf")
const mono = import.meta.resolve("@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf")
const math = import.meta.resolve("@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf")
const symbols = import.meta.resolve("@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf")
const emoji = import.meta.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf")
// Those of scripts.ts, which are opened on need.
const armenian = import.meta.resolve("@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf")
const bengali = import.meta.resolve("@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf")
const ethiopic = import.meta.resolve("@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf")
const georgian = import.meta.resolve("@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf")
const gujarati = import.meta.resolve("@expo-google-fonts/noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf")
const gurmukhi = import.meta.resolve("@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf")
const hebrew = import.meta.resolve("@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf")
const kannada = import.meta.resolve("@expo-google-fonts/noto-sans-kannada/400Regular/NotoSansKannada_400Regular.ttf")
const khmer = import.meta.resolve("@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf")
const lao = import.meta.resolve("@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf")
const malayalam = import.meta.resolve(
  "@expo-google-fonts/noto-sans-malayalam/400Regular/NotoSansMalayalam_400Regular.ttf",
)
const myanmar = import.meta.resolve("@expo-google-fonts/noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular.ttf")
const sinhala = import.meta.resolve("@expo-google-fonts/noto-sans-sinhala/400Regular/NotoSansSinhala_400Regular.ttf")
const tamil = import.meta.resolve("@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf")
const telugu = import.meta.resolve("@expo-google-fonts/noto-sans-telugu/400Regular/NotoSansTelugu_400Regular.ttf")
const thai = import.meta.resolve("@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf")
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
  armenian,
  bengali,
  ethiopic,
  georgian,
  gujarati,
  gurmukhi,
  hebrew,
  kannada,
  khmer,
  lao,
  malayalam,
  myanmar,
  sinhala,
  tamil,
  telugu,
  thai,
].map((url) => fileURLToPath(url))
