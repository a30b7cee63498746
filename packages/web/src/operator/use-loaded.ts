import type { Problem } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import { problemOf } from "../problem.ts"

export type Loaded<Value> = {
  /** Undefined until it is here; it stays while it is asked for again. */
  value: Value | undefined
  problem: Problem | undefined
  busy: boolean
  again: () => void
  /** What the server said of it elsewhere. */
  put: (value: Value) => void
}

/** What `key` names, asked for once, and again on demand. What comes after something else was wanted is left alone. */
export function useLoaded<Value>(key: string, load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ key: string; value?: Value; problem?: Problem }>({ key })
  const [round, setRound] = useState(0)
  const ask = useRef(load)
  ask.current = load
  const [answered, setAnswered] = useState("")
  const asked = `${key} ${round}`

  useEffect(() => {
    const abort = new AbortController()
    ask.current(abort.signal).then(
      (value) => {
        if (abort.signal.aborted) return
        setState({ key, value })
        setAnswered(asked)
      },
      (cause) => {
        if (abort.signal.aborted) return
        const problem = problemOf(cause)
        setState((before) => (before.key === key ? { ...before, problem } : { key, problem }))
        setAnswered(asked)
      },
    )
    return () => abort.abort()
  }, [asked])

  const isOurs = state.key === key
  return {
    value: isOurs ? state.value : undefined,
    problem: isOurs ? state.problem : undefined,
    busy: answered !== asked,
    again: () => setRound((before) => before + 1),
    put: (value) => setState((before) => (before.key === key ? { key, value } : before)),
  }
}
