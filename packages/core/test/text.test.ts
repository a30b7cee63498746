import { expect, test } from "vitest"
import { begun, ended } from "../src/text.ts"

test.each([
  ["Bengali", "গ্রাহক মূল্য দেখেন।"],
  ["Devanagari", "ग्राहक कीमत देखता है।"],
  ["Khmer", "អតិថិជនឃើញតម្លៃ។"],
  ["Armenian", "Հաճախորդը տեսնում է գինը։"],
  ["Ethiopic", "ደንበኛው ዋጋውን ያያል።"],
  ["Burmese", "ဖောက်သည် ကြည့်သည်။"],
  ["Japanese", "お客様は価格を見ます。"],
  ["Chinese", "顾客能看到价格吗？"],
  ["Urdu", "گاہک قیمت دیکھتا ہے۔"],
  ["Arabic", "هل يرى الزبون السعر؟"],
  ["English", "The customer sees the price…"],
])("%s has an end of its own, and gets no second one", (_, sentence) => {
  expect(ended(sentence)).toBe(sentence)
})

test.each([
  ["Thai", "ลูกค้าต้องเห็นราคา"],
  ["Lao", "ລູກຄ້າເຫັນລາຄາ"],
  ["Japanese", "お客様は価格を見るユーザー"],
  ["Chinese", "顾客能看到价格"],
  ["Hindi", "ग्राहक कीमत देखता है"],
])("%s has no full stop like ours, and gets none", (_, sentence) => {
  expect(ended(sentence)).toBe(sentence)
})

test.each([
  ["English", "The customer sees the price"],
  ["Hebrew", "הלקוח רואה את המחיר"],
  ["Greek", "Ο πελάτης βλέπει την τιμή"],
  ["Korean", "손님은 가격을 봅니다"],
  ["Tamil", "வாடிக்கையாளர் பார்க்கிறார்"],
  ["Georgian", "მომხმარებელი ხედავს ფასს"],
  ["a number", "顾客付 24"],
  ["a currency", "لا يزيد السعر على 24 €"],
])("%s gets a full stop where it has none", (_, sentence) => {
  expect(ended(sentence)).toBe(`${sentence}.`)
})

test("a sentence begins with a capital where its script has one for that", () => {
  expect(["orders", "élan", "заказ", "ο πελάτης", "հաճախորդ", "zwölf"].map(begun)).toEqual([
    "Orders",
    "Élan",
    "Заказ",
    "Ο πελάτης",
    "Հաճախորդ",
    "Zwölf",
  ])
  for (const text of ["სისტემამ უნდა", "注文", "طلب", "12 cakes", ""]) expect(begun(text)).toBe(text)
})
