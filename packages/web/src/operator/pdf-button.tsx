import { useState } from "preact/hooks"
import { useCall } from "../call/use-call.ts"
import { operatorWords } from "../words/operator.ts"
import { Refusal } from "./refusal.tsx"
import { useSigned } from "./signed.ts"

const words = operatorWords.one

type Props = { reference: string; state: "made" | "waits" | "failed"; onLook: () => void }

/** The address of the file works for some minutes and for everybody, so it is asked for when it is wanted, and kept nowhere. */
export function PdfButton({ reference, state, onLook }: Props) {
  const { operator } = useSigned()
  const call = useCall()
  const [isDone, setIsDone] = useState(false)
  const fetchIt = async () => {
    setIsDone(false)
    setIsDone(
      await call.run(async () => {
        const { url } = await operator.submissions.pdf(reference)
        const link = document.createElement("a")
        link.href = url
        link.download = "" // under the name that comes with the file, and this page stays
        link.click()
      }),
    )
  }
  if (state !== "made")
    return (
      <div class="pdf">
        <p>{state === "failed" ? words.pdfFailed : words.pdfWaits}</p>
        <button type="button" class="button" onClick={onLook}>
          {words.look}
        </button>
      </div>
    )
  return (
    <div class="pdf">
      <button type="button" class="button" onClick={fetchIt} aria-disabled={call.busy}>
        {words.pdf}
      </button>
      <p class="progress" role="status">
        {call.busy ? words.pdfBusy : isDone ? words.pdfDone : ""}
      </p>
      <Refusal problem={call.problem} />
    </div>
  )
}
