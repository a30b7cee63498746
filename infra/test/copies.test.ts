import { realpath } from "node:fs/promises"
import path from "node:path"
import { FONT_FILES } from "@spec-wizard/exports/pdf/fonts"
import { expect, test } from "vitest"
import { ROOT } from "../bundle/bundle.ts"
import { functions } from "../functions.ts"

const copied = functions.Render.copies.filter(({ to }) => to.startsWith("fonts/"))

test("a PDF is set in the same fonts deployed as here, in the same order", async () => {
  const deployed = await Promise.all(copied.map(({ from }) => realpath(path.join(ROOT, from))))
  expect(deployed).toEqual(await Promise.all(FONT_FILES.map((file) => realpath(file))))
})

test("no font takes another's place", () => {
  expect(new Set(copied.map(({ to }) => to)).size).toBe(copied.length)
})
