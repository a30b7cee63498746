import type { Api } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"

export type Config = Awaited<ReturnType<Api["config"]>>

let known: Config | undefined

/** What the service says of itself; asked once a visit. Undefined until it has answered: then whatever depends on it is left unsaid. */
export function useConfig(api: Api): Config | undefined {
  const [config, setConfig] = useState(known)
  useEffect(() => {
    if (config) return
    api.config().then(
      (answer) => {
        known = answer
        setConfig(answer)
      },
      () => undefined,
    )
  }, [api, config])
  return config
}

/** No model of another company has part in the conversation. */
export const isOursAlone = ({ providers }: Config) => providers.every((name) => name === "guided")
