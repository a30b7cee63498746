import type { Api } from "@spec-wizard/client"
import { isOursAlone, useConfig } from "../config.ts"
import { knowsSessions, LINK_PATH, lastSession, pathOf } from "../session.ts"
import type { Words } from "../words/wording.ts"

/** The same elements stand in index.html, for the first paint. */
export function Welcome({ words }: { words: Words }) {
  const last = lastSession()
  return (
    <div class="welcome">
      <h1>{words.first.heading}</h1>
      <p class="lead">{words.first.lead}</p>
      {last && (
        <p class="resume">
          <a href={pathOf(last)}>{words.first.resume}</a>
        </p>
      )}
    </div>
  )
}

type ExamplesProps = { api: Api; words: Words; onPick: (text: string) => void; onYours: () => void }

/** What the service has to say of itself is the last line of the page, so that nothing moves when it comes. */
export function Examples({ api, words, onPick, onYours }: ExamplesProps) {
  const config = useConfig(api)
  return (
    <div class="examples">
      <p class="for-example">{words.first.forExample}</p>
      <button type="button" class="example" onClick={() => onPick(words.first.example)}>
        {words.first.example}
      </button>
      <p class="doors">
        <a href={LINK_PATH}>{words.first.openSaved}</a>
        {knowsSessions() && (
          <button type="button" class="door" onClick={onYours}>
            {words.first.yours}
          </button>
        )}
      </p>
      <p class="kept">
        {words.first.noAccount}
        {config && ` ${words.kept(String(config.retention.sessionDays))}`}
        {config && isOursAlone(config) && ` ${words.noCompany}`}
      </p>
    </div>
  )
}
