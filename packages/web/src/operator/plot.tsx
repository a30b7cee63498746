import { operatorWords } from "../words/operator.ts"
import { dayName } from "./numbers.ts"

const words = operatorWords.plots

/** `value` is undefined where nothing can be said. */
export type Point = { day: string; value: number | undefined }

type Props = {
  title: string
  /** Of all days together. */
  total: string
  about: string
  points: readonly Point[]
  format: (value: number) => string
}

/** Of each day's tenth of the width and of the height. */
const WIDTH = 10
const BAR = 8
const HEIGHT = 100
/** A little is to be seen as something. */
const LEAST = 2

/** A number in words, and how it came about day by day. The drawing stretches, so all text stands beside it. */
export function Plot({ title, total, about, points, format }: Props) {
  const known = points.filter((point): point is { day: string; value: number } => point.value !== undefined)
  const highest = known.reduce<(typeof known)[number] | undefined>(
    (high, point) => (point.value > (high?.value ?? 0) ? point : high),
    undefined,
  )
  const first = points[0]?.day ?? ""
  const last = points.at(-1)?.day ?? ""
  return (
    <figure class="plot">
      <figcaption>
        <h2>{title}</h2>
        <p class="total">{total}</p>
        <p class="quiet-text">{about}</p>
      </figcaption>
      {highest ? (
        <div class="drawing">
          <p class="scale" aria-hidden="true">
            {format(highest.value)}
          </p>
          <svg
            viewBox={`0 0 ${points.length * WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={words.label(title, dayName(first), dayName(last), format(highest.value), dayName(highest.day))}
          >
            {points.map(({ day, value }, index) => (
              <Bar key={day} index={index} share={(value ?? 0) / highest.value} name={nameOf(day, value, format)} />
            ))}
          </svg>
          <p class="ends" aria-hidden="true">
            <span>{dayName(first)}</span>
            <span>{dayName(last)}</span>
          </p>
        </div>
      ) : (
        <p class="drawing nothing">{words.nothing}</p>
      )}
    </figure>
  )
}

const nameOf = (day: string, value: number | undefined, format: Props["format"]) =>
  `${dayName(day)}: ${value === undefined ? words.unknown : format(value)}`

/** The whole column tells its number to a pointer; only the bar is painted. */
function Bar({ index, share, name }: { index: number; share: number; name: string }) {
  const height = share > 0 ? Math.max(LEAST, share * HEIGHT) : 0
  return (
    <g>
      <title>{name}</title>
      <rect class="column" x={index * WIDTH} y={0} width={WIDTH} height={HEIGHT} />
      <rect class="bar" x={index * WIDTH + (WIDTH - BAR) / 2} y={HEIGHT - height} width={BAR} height={height} />
    </g>
  )
}
