import { useEffect, useRef } from "preact/hooks"
import { day } from "../day.ts"
import { keepingWords } from "../words/keeping/words.ts"

/** `isNews`: it was saved while the dialog was open, so what had the focus is gone. */
export function Saved({ email, until, isNews }: { email: string; until: string; isNews: boolean }) {
  const { save } = keepingWords()
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isNews) news.current?.focus()
  }, [isNews])
  return (
    <>
      <p class="news-line" ref={news} tabIndex={-1}>
        {save.to(email)}
      </p>
      <p>{save.until(day(until))}</p>
      <p class="quiet-text">{save.elsewhere}</p>
    </>
  )
}
