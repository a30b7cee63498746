import type { Words } from "../words/words.ts"

export const Gone = ({ words, unsent }: { words: Words; unsent: boolean }) => (
  <div class="plain-page">
    <h1>{words.gone.heading}</h1>
    <p>{unsent ? `${words.gone.text} ${words.ended.unsent}` : words.gone.text}</p>
    <p>
      <a class="button primary" href="/">
        {words.gone.start}
      </a>
    </p>
  </div>
)
