import { Component, type ComponentChildren } from "preact"
import type { Words } from "../words/wording.ts"
import { words as all, language } from "../words/words.ts"

type Props = { children: ComponentChildren }

/** A bug of the page itself. What was sent is in the log or the outbox and what was typed is in the draft, so loading again loses nothing. */
export class Unexpected extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static override getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken words={all[language(document.documentElement)]} /> : this.props.children
  }
}

export const Broken = ({ words }: { words: Words }) => (
  <main class="plain-page">
    <div role="alert">
      <h1>{words.unexpected.heading}</h1>
      <p>{words.unexpected.text}</p>
    </div>
    <p>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {words.unexpected.reload}
      </button>
    </p>
  </main>
)
