import { empty } from "@spec-wizard/core/protocol/document"
import type { Info } from "@spec-wizard/core/protocol/session"
import { expect, test } from "vitest"
import { spokenIn } from "../src/spoken.ts"

const session = (locale: string): { session: Info } => ({
  session: {
    id: "ses_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    title: "",
    locale,
    status: "open",
    logId: "log_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    headSeq: 0,
    createdAt: "",
    updatedAt: "",
    expiresAt: "",
  },
})

test.each([
  ["what the document is written in, whatever it was begun in", { document: empty("fr"), ...session("de-AT") }, "fr"],
  ["what it was begun in, before there is a document", session("de-AT"), "de"],
  ["the page's own for a language it does not speak", session("pt-BR"), undefined],
  ["the page's own as long as nothing is known", {}, undefined],
])("the page speaks %s", (_, state, spoken) => {
  expect(spokenIn(state)).toBe(spoken)
})
