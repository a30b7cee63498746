import { Fragment } from "preact"
import { useMemo } from "preact/hooks"
import { documentWords } from "../words/document/words.ts"
import { language } from "../words/words.ts"
import type { Range } from "./places.ts"
import { type Piece, split } from "./split.ts"
import { type Block, type Row, type Strong, strongIn, structure } from "./structure.ts"

type Props = { text: string; ranges?: readonly Range[] | undefined }

const NONE: readonly Range[] = []

/**
 * A visitor's message to the letter, and what became of its words, for `light.ts`. Pasted headings and lists are shown as such: their marks stay in
 * the text and are out of sight. Nothing of it is read as HTML.
 */
export function Written({ text, ranges = NONE }: Props) {
  const blocks = useMemo(() => structure(text), [text])
  const strongs = useMemo(() => strongIn(text), [text])
  const pieces = useMemo(() => {
    const isPlain = blocks.every(({ as }) => as === "text")
    const rows = isPlain ? [] : blocks.flatMap(rowsOf)
    return split(
      text,
      ranges,
      [...rows, ...strongs].flatMap(({ start, from, to, end }) => [start, from, to, end]),
    )
  }, [text, blocks, strongs, ranges])
  const words = (from: number, to: number) => (
    <Words text={text} pieces={pieces} strongs={strongs} from={from} to={to} />
  )
  if (blocks.every(({ as }) => as === "text"))
    return (
      <p class="said" dir="auto">
        {words(0, text.length)}
      </p>
    )
  const lines = (rows: readonly Row[]) =>
    rows.map(({ start, from, to, end }) => (
      <Fragment key={start}>
        {from > start && <Mark>{text.slice(start, from)}</Mark>}
        {words(from, to)}
        {from === to ? <span hidden>{text.slice(to, end)}</span> : text.slice(to, end)}
      </Fragment>
    ))
  return (
    <div class="said structured" dir="auto">
      {blocks.map((block) =>
        block.as === "list" ? (
          <ul key={rowsOf(block)[0]?.start}>
            {block.items.map(({ depth, isNumbered, rows }) => (
              <li key={rows[0]?.start} class={isNumbered ? "numbered" : "bullet"} data-depth={Math.min(depth, 3)}>
                {lines(rows)}
              </li>
            ))}
          </ul>
        ) : block.as === "heading" ? (
          <h3 key={block.rows[0]?.start} data-level={Math.min(block.level, 3)}>
            {lines(block.rows)}
          </h3>
        ) : (
          <p key={block.rows[0]?.start}>{lines(block.rows)}</p>
        ),
      )}
    </div>
  )
}

const rowsOf = (block: Block): Row[] => (block.as === "list" ? block.items.flatMap(({ rows }) => rows) : block.rows)

type WordsProps = {
  text: string
  pieces: readonly Piece[]
  strongs: readonly Strong[]
  from: number
  to: number
}

/** Neighbours with one and the same place are one stretch, whatever stands between stars in it. */
function Words({ text, pieces, strongs, from, to }: WordsProps) {
  const words = documentWords[language(document.documentElement)].placed
  const stretches: Piece[][] = []
  for (const piece of pieces) {
    if (piece.start < from || piece.end > to) continue
    const last = stretches.at(-1)
    if (last?.[0] && isSame(last[0], piece)) last.push(piece)
    else stretches.push([piece])
  }
  const shown = stretches.map((stretch) => {
    const [{ start, as, lines } = { start: from, as: undefined, lines: [] }] = stretch
    const ids = lines.join(", ")
    const written = stretch.map((piece) => <Part key={piece.start} text={text} piece={piece} strongs={strongs} />)
    if (lines.length > 0)
      return (
        <mark
          key={start}
          data-as={as}
          tabIndex={-1}
          data-lines={lines.join(" ")}
          aria-description={as === "unsorted" ? words.mark(ids) : ids}
        >
          {written}
        </mark>
      )
    return as === "aside" ? (
      <span key={start} class="aside">
        {written}
      </span>
    ) : (
      written
    )
  })
  return <>{shown}</>
}

const isSame = (a: Piece, b: Piece) => a.as === b.as && a.lines.join() === b.lines.join()

function Part({ text, piece: { start, end }, strongs }: { text: string; piece: Piece; strongs: readonly Strong[] }) {
  const words = text.slice(start, end)
  const strong = strongs.find((one) => one.start <= start && end <= one.end)
  if (!strong) return words
  return strong.from <= start && end <= strong.to ? <strong>{words}</strong> : <Mark>{words}</Mark>
}

/** What made the structure; the structure says it better. */
const Mark = ({ children }: { children: string }) => (
  <span class="unseen" aria-hidden="true">
    {children}
  </span>
)
