import type { Words } from "../words/words.ts"

export const Gone = ({ words }: { words: Words }) => (
  <div class="plain-page">
    <h1>{words.gone.heading}</h1>
    <p>{words.gone.text}</p>
    <p>
      <a class="button primary" href="/">
        {words.gone.start}
      </a>
    </p>
  </div>
)
