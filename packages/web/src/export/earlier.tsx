import { moment } from "../day.ts"
import type { SessionId } from "../session.ts"
import { exportWords } from "../words/export/words.ts"
import { DownloadLink } from "./download-link.tsx"
import type { Export } from "./export.ts"

/** More of them would only be older versions of the same. */
const SHOWN = 5

type Props = { sessionId: SessionId; exports: readonly Export[]; onShow: (one: Export) => void }

/** What was asked for before, the newest first. */
export function Earlier({ sessionId, exports, onShow }: Props) {
  const words = exportWords()
  if (exports.length === 0) return null
  return (
    <div class="apart">
      <h3>{words.earlier}</h3>
      <ul class="rows">
        {exports.slice(0, SHOWN).map((one) => {
          const { id, status, version, createdAt, email, sizeBytes } = one
          const name = `${words.version(version)}, ${moment(createdAt)}`
          const standing = words.is[status === "failed" && sizeBytes !== undefined ? "undelivered" : status]
          return (
            <li class="row-item row-head" key={id}>
              <div>
                <p class="row-name">{name}</p>
                <p class="quiet-text">{email === undefined ? standing : `${email}: ${standing}`}</p>
              </div>
              <div class="row">
                {status === "unverified" && (
                  <button
                    type="button"
                    class="button"
                    aria-label={`${words.typeCode}: ${name}`}
                    onClick={() => onShow(one)}
                  >
                    {words.typeCode}
                  </button>
                )}
                {sizeBytes !== undefined && <DownloadLink sessionId={sessionId} one={one} which={name} />}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
