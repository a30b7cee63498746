import type { ChatState } from "@spec-wizard/client"
import { useEffect } from "preact/hooks"
import { languageOf } from "./session.ts"
import { keep } from "./storage.ts"
import type { Words } from "./words/wording.ts"
import { words as all, type Language, language, languages } from "./words/words.ts"

/** What the conversation is held in, as far as that is known: what its document is written in, before that what it was begun in. */
export function spokenIn({ document, session }: Pick<ChatState, "document" | "session">): Language | undefined {
  return document?.language ?? languages.find((one) => one === session?.locale.slice(0, 2).toLowerCase())
}

/**
 * The page speaks the language of its conversation. The root element hears of it while the page is rendered: what stands below asks there for
 * its words. The browser keeps it, so that the next visit begins in it (`boot.js`).
 */
export function useSpoken(state: ChatState, sessionId: string | undefined): Words {
  const root = document.documentElement
  const spoken = spokenIn(state) ?? language(root)
  root.lang = spoken
  const isKept = sessionId !== undefined && state.connection !== "closed" && state.appliedSeq > 0
  useEffect(() => {
    if (isKept) keep(languageOf(sessionId), spoken)
  }, [isKept, sessionId, spoken])
  return all[spoken]
}
