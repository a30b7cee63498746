import { operatorWords } from "../words/operator.ts"

type Props = { caption: string; heads: readonly string[]; rows: readonly (readonly string[])[] }

/** The numbers behind a drawing, for whoever reads or hears them better. The first column names the row. */
export const Numbers = ({ caption, heads, rows }: Props) => (
  <details class="fold numbers">
    <summary>{operatorWords.asTable}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
    <section class="table-frame" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={heads[index + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)
