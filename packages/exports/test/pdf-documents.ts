import type { Input } from "@spec-wizard/core/document/format"
import type { Document, Item, Kind } from "@spec-wizard/core/protocol/document"
import { check, criterion, documentOf, line, requirement } from "../../core/test/specification-format-line.ts"

/** A sentence in each of the scripts that pages can show. */
export const SCRIPTS = {
  latin: "Zażółć gęślą jaźň, Größe übermäßig, ñandú, Đặng Thị",
  greek: "Η παραγγελία φτάνει κάθε Σάββατο στο κατάστημα",
  cyrillic: "Заказ готов к субботе, їжак і щастя",
  arabic: "يطلب الزبون كعكة (12) قبل يوم السبت",
  devanagari: "ग्राहक शनिवार से पहले केक मँगवाता है",
  chinese: "顾客在星期六之前订蛋糕，餐廳隨後確認訂單。",
  japanese: "お客様は土曜日までにケーキを注文します。",
  korean: "손님은 토요일 전에 케이크를 주문합니다",
} as const
/** Those whose font is opened on need. */
export const RARE = {
  armenian: "Հաճախորդը պատվիրում է տորթ",
  bengali: "গ্রাহক শনিবারের আগে কেক অর্ডার করেন",
  ethiopic: "ደንበኛው ከቅዳሜ በፊት ኬክ ያዛል",
  georgian: "მომხმარებელი უკვეთავს ტორტს",
  gujarati: "ગ્રાહક શનિવાર પહેલાં કેક મંગાવે છે",
  gurmukhi: "ਗਾਹਕ ਸ਼ਨੀਵਾਰ ਤੋਂ ਪਹਿਲਾਂ ਕੇਕ ਮੰਗਵਾਉਂਦਾ ਹੈ",
  hebrew: "הלקוח מזמין עוגה לפני שבת",
  kannada: "ಗ್ರಾಹಕರು ಶನಿವಾರದ ಮೊದಲು ಕೇಕ್ ಬಯಸುತ್ತಾರೆ",
  khmer: "អតិថិជនកុម្ម៉ង់នំមុនថ្ងៃសៅរ៍",
  lao: "ລູກຄ້າສັ່ງເຄັກກ່ອນວັນເສົາ",
  malayalam: "ഉപഭോക്താവ് ശനിയാഴ്ചയ്ക്ക് മുമ്പ് കേക്ക് വാങ്ങുന്നു",
  myanmar: "ဖောက်သည်သည် စနေနေ့မတိုင်မီ ကိတ်မှာသည်",
  sinhala: "පාරිභෝගිකයා සෙනසුරාදාට පෙර කේක් ඇණවුම් කරයි",
  tamil: "வாடிக்கையாளர் சனிக்கிழமைக்கு முன் கேக் வாங்குகிறார்",
  telugu: "కస్టమర్ శనివారం లోపు కేక్ కొంటారు",
  thai: "ลูกค้าสั่งเค้กก่อนวันเสาร์",
} as const

const sentences = Object.values(SCRIPTS)

const SIGNS = "→ ← ≤ ≥ ≠ € 🎂 😀 ✔️"

const MESSAGE = "msg_01K9ZXW0000000000000000001"

export const numbers: ReadonlyMap<string, number> = new Map([[MESSAGE, 1]])

/** Deterministic: the line's number chooses its script and how much of it there is. */
const said = (number: number): string =>
  [0, 1, 2]
    .slice(0, 1 + (number % 3))
    .map((offset) => sentences[(number + offset) % sentences.length])
    .join(" – ")

const fieldsOf: Partial<Record<Kind, (number: number) => Record<string, unknown>>> = {
  measure: (number) => ({ metric: said(number), baseline: "≤ 5", target: "≥ 9", method: said(number + 1) }),
  role: (number) => ({ job: said(number), may: [said(number + 1), said(number + 2)], count: "40" }),
  scope: (number) => ({ when: number % 2 ? "now" : "later", reason: said(number) }),
  journey: (number) => ({ role: "Customer", start: said(number), steps: [1, 2, 3].map(said), end: said(number + 4) }),
  rule: (number) => ({ example: said(number), exception: said(number + 5) }),
  entity: (number) => ({ attributes: ["cake", "день", "名前", "اسم"], personal: true, retention: said(number) }),
  integration: (number) => ({ system: said(number), direction: "both", data: said(number + 3) }),
  quality: (number) => ({ category: "security", threshold: `≤ ${number} s → ok`, method: said(number) }),
  decision: (number) => ({
    alternatives: [said(number), said(number + 1)],
    reason: said(number + 2),
    who: "the owner",
  }),
  assumption: (number) => ({ used: said(number), impact: said(number + 1) }),
  risk: (number) => ({ cause: said(number), effect: said(number + 1), mitigation: said(number + 2) }),
  question: (number) => ({
    why: said(number),
    choices: [said(number + 1), said(number + 2)],
    impact: 9,
    uncertainty: 8,
  }),
  term: (number) => ({ meaning: said(number) }),
}

const KINDS = [
  ["summary", "SUM"],
  ["context", "CTX"],
  ["goal", "GOAL"],
  ["measure", "SM"],
  ["role", "ROLE"],
  ["scope", "SCOPE"],
  ["exclusion", "OUT"],
  ["journey", "UJ"],
  ["feature", "FEAT"],
  ["requirement", "FR"],
  ["rule", "RULE"],
  ["entity", "ENT"],
  ["integration", "INT"],
  ["quality", "NFR"],
  ["constraint", "CON"],
  ["decision", "DEC"],
  ["assumption", "ASM"],
  ["risk", "RISK"],
  ["question", "Q"],
  ["unsorted", "U"],
  ["term", "TERM"],
] as const satisfies [Kind, string][]

/** About `count` lines of every kind in every script; requirements are most of them, as they are in life. */
export function many(count: number, language: Document["language"] = "en"): Document {
  const share = Math.max(1, Math.floor(count / (KINDS.length + 12)))
  return documentOf(
    language,
    42,
    KINDS.flatMap(([kind, prefix]) =>
      Array.from({ length: kind === "requirement" ? share * 13 : kind === "summary" ? 1 : share }, (_, index) =>
        lineOf(kind, `${prefix}-${index + 1}`, index + 1, share, language),
      ),
    ),
  )
}

function lineOf(kind: Kind, id: string, number: number, features: number, language: Document["language"]): Item {
  const evidence = (["stated", "confirmed", "from_document", "inferred", "default"] as const)[number % 5] ?? "stated"
  const common = {
    evidence,
    ...(number % 2 ? { title: said(number).slice(0, 60) } : {}),
    ...(number % 3 ? { sources: [{ messageId: MESSAGE, quote: said(number + 2), start: 0, end: 9 }] } : {}),
    ...(number > 1 ? { dependsOn: ["GOAL-1"] } : {}),
  }
  if (kind !== "requirement")
    return line(id, { text: `${said(number)} ${SIGNS}`, ...common, ...fieldsOf[kind]?.(number) })
  return requirement(
    id,
    { pattern: "event", when: said(number), system: "the system", shall: said(number + 3) },
    {
      ...common,
      priority: (["must", "should", "could", "wont"] as const)[number % 4],
      feature: `FEAT-${1 + (number % (features + 1))}`,
      criteria: [
        check(`AC-${number}.1`, said(number), { evidence }),
        criterion(`AC-${number}.2`, "error", said(number), said(number + 1), said(2)),
      ],
    },
    language,
  )
}

/** What is markup, a command, a formula or an order to a reader somewhere, and words here. */
export const HOSTILE = [
  "#let x = 1",
  '#import "@preview/evil:1.0.0": *',
  "#{panic()}",
  "$ x^2 $",
  "@ref <label>",
  "= Heading",
  "- item",
  "*bold* _emph_ `raw`",
  "\\u{41} \\",
  "// comment /* block */",
  "https://evil.example/a",
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script>",
  '</sheet>"}]}',
  "[content]",
  "~ -- --- ...",
  "'quoted' \"quoted\"",
  "$1 $2",
]

/** Control, bidirectional, tag and separator characters, and half a surrogate pair: none of them is printed. */
export const INVISIBLE = "a\u202Eb\u2066c\u0000d\u0007e\u{E0041}f\u2028g\tH\uFEFFi\uD800j\u200Fk\u0085l"

export const hostile = documentOf("en", 1, [
  ...HOSTILE.map((text, index) => line(`GOAL-${index + 1}`, { text, title: text, rationale: text })),
  line("RULE-1", { text: INVISIBLE }),
  line("RULE-2", { text: "x".repeat(2_000), title: "W".repeat(120), example: "я".repeat(300) }),
  line("RULE-3", {
    text: "short",
    sources: [{ messageId: MESSAGE, quote: "q".repeat(4_000), start: 0, end: 4_000 }],
  }),
])

export const history: NonNullable<Input["history"]> = Array.from({ length: 30 }, (_, index) => ({
  version: index + 1,
  at: `2026-11-${String(1 + (index % 28)).padStart(2, "0")}T09:30:00.000Z`,
  by: index % 2 ? "visitor" : "interviewer",
  ...(index % 2 ? {} : { messageId: MESSAGE }),
  operations: [{ op: "confirm", id: `FR-${index + 1}` }],
}))

export const input: Input = {
  title: "Cake orders",
  date: "2026-11-21T10:00:00.000Z",
  form: "full",
  reference: "SW-7K3M-22",
  hash: "5f1d".repeat(16),
}
