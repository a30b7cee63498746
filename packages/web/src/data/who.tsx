import { type Config, isOursAlone } from "../config.ts"
import { companiesOf, companyName } from "../key/company.ts"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"
import type { Answered } from "./answered.ts"

type Props = { words: Words; config: Config; answered: Answered }

/** Nobody but us is only said where nobody else could have been asked: a company that failed to answer has read it too. */
export function Who({ words, config, answered: { companies, tokens, costUsd } }: Props) {
  const { data } = keepingWords()
  const named = (providers: string[], type: "conjunction" | "disjunction") =>
    new Intl.ListFormat(lang(), { type }).format(providers.map((provider) => companyName(provider, words)))
  if (companies.length === 0)
    return <>{isOursAlone(config) ? data.nobody : data.ours(named(companiesOf(config), "disjunction"))}</>
  return (
    <>
      {data.seen(named(companies, "conjunction"))}{" "}
      {costUsd === undefined ? data.tokens(tokens.toLocaleString(lang())) : data.cost(cents(costUsd))}
    </>
  )
}

/** Never nothing: what was paid for is at least a cent. */
const cents = (usd: number) =>
  Math.max(usd, 0.01).toLocaleString(lang(), { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const lang = () => document.documentElement.lang
