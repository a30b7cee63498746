import type { Problem } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"

/** "in 12 seconds", counting down; undefined when nobody knows, or the time has come. */
export function useCountdown(problem: Problem | undefined): string | undefined {
  const [seconds, setSeconds] = useState(Math.ceil(problem?.retryAfter ?? 0))
  useEffect(() => {
    const until = Date.now() + (problem?.retryAfter ?? 0) * 1_000
    const tick = () => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1_000))
      setSeconds(left)
      if (left === 0) clearInterval(timer)
    }
    const timer = setInterval(tick, 1_000)
    tick()
    return () => clearInterval(timer)
  }, [problem])
  if (seconds === 0) return undefined
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang)
  return seconds > 90 ? format.format(Math.ceil(seconds / 60), "minute") : format.format(seconds, "second")
}
