import { submissionWords } from "../words/submission/words.ts"

/** Asked anew each time the form is opened: nobody consents by what a browser has kept. */
export function Consent({ id, isRefused }: { id: string; isRefused: boolean }) {
  const words = submissionWords()
  return (
    <div class="asked">
      {isRefused && (
        <p class="wrong" id={`${id}-wrong`}>
          {words.refused.consent}
        </p>
      )}
      <label class="pick" for={id}>
        <input
          type="checkbox"
          id={id}
          name="consent"
          aria-invalid={isRefused}
          aria-describedby={`${id}-wrong`}
          aria-required="true"
        />
        {words.consent}
      </label>
    </div>
  )
}
