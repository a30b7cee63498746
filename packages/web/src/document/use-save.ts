import type { Edit } from "@spec-wizard/core/protocol/operation"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Talk } from "../talk.ts"
import type { DocumentWords } from "../words/document/wording.ts"
import { refusal, save } from "./save.ts"

/** Quicker than that it needs no word. */
const SLOW_MS = 300

export type Saving = {
  busy: boolean
  /** Said while it takes long, and when it was refused. */
  word: string
  failed: boolean
  /** True when it is saved. A second one while the first is under way is left alone. */
  run: (edit: Edit) => Promise<boolean>
}

export function useSave(talk: Talk, words: DocumentWords): Saving {
  const [state, setState] = useState({ busy: false, word: "", failed: false })
  const running = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const run = async (edit: Edit) => {
    if (running.current) return false
    running.current = true
    setState({ busy: true, word: "", failed: false })
    timer.current = setTimeout(() => setState({ busy: true, word: words.saving, failed: false }), SLOW_MS)
    let word = ""
    try {
      await save(talk, edit)
      return true
    } catch (cause) {
      word = refusal(cause, words)
      return false
    } finally {
      clearTimeout(timer.current)
      running.current = false
      setState({ busy: false, word, failed: word !== "" })
    }
  }
  return { ...state, run }
}
