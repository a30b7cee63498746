import type { Problem } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import { problemOf } from "../problem.ts"

/** Quicker than that it needs no word. */
const SLOW_MS = 1_000

export type Call = {
  busy: boolean
  /** It has taken so long that it should be said. */
  slow: boolean
  /** Why the last one failed, until the next one begins. */
  problem: Problem | undefined
  /** True when it succeeded. A second one while the first is under way is left alone. */
  run: (call: () => Promise<unknown>) => Promise<boolean>
  forget: () => void
}

const REST = { busy: false, slow: false, problem: undefined }

/** One thing that is asked of the server at a time, and what has become of it. */
export function useCall(): Call {
  const [state, setState] = useState<Omit<Call, "run" | "forget">>(REST)
  const running = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const run = async (call: () => Promise<unknown>) => {
    if (running.current) return false
    running.current = true
    setState({ ...REST, busy: true })
    timer.current = setTimeout(() => setState({ ...REST, busy: true, slow: true }), SLOW_MS)
    let problem: Problem | undefined
    try {
      await call()
    } catch (cause) {
      problem = problemOf(cause)
    } finally {
      clearTimeout(timer.current)
      running.current = false
      setState({ ...REST, problem })
    }
    return problem === undefined
  }
  return { ...state, run, forget: () => setState(REST) }
}
