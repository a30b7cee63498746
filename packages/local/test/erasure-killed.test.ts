import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { createApi } from "@spec-wizard/client"
import { expect, test } from "vitest"
import { filesWith } from "./files-with.ts"
import { started } from "./started.ts"

test("what a visitor deleted on a server that was killed is in no file any more after the next start", async () => {
  const directory = await mkdtemp(path.join(tmpdir(), "erasure-"))
  const word = "quokka-4419"
  const first = await started(directory, { SWEEP_MS: "86400000" })
  const anybody = createApi({ baseUrl: first.url })
  const { session, token = "" } = await anybody.sessions.create({ locale: "en", title: word })
  await createApi({ baseUrl: first.url, token }).sessions.erase(session.id)
  await first.kill()
  expect(filesWith(directory, [word])).not.toEqual([])
  const second = await started(directory, { SWEEP_MS: "500" })
  await expect.poll(() => filesWith(directory, [word])).toEqual([])
  await second.kill()
  await rm(directory, { recursive: true })
})
