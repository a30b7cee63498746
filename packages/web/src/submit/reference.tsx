import { useRef, useState } from "preact/hooks"
import { submissionWords } from "../words/submission/words.ts"

/** Large, to be read out and written down; and to be copied, or at least selected where a browser forbids that. */
export function Reference({ reference }: { reference: string }) {
  const { sent } = submissionWords()
  const text = useRef<HTMLElement>(null)
  const [said, setSaid] = useState("")
  const copy = async () => {
    setSaid("")
    try {
      await navigator.clipboard.writeText(reference)
      setSaid(sent.copied)
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current)
      setSaid(sent.selected)
    }
  }
  return (
    <div class="row">
      <strong class="reference" ref={text} translate={false}>
        {reference}
      </strong>
      <button type="button" class="button" onClick={copy}>
        {sent.copy}
      </button>
      <p class="progress" role="status">
        {said}
      </p>
    </div>
  )
}
