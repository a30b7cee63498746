import type { Settings } from "@spec-wizard/core/settings"

/** What the links of mails begin with. */
export const siteOf = ({ settings }: { settings: Pick<Settings, "siteUrl"> }): string =>
  settings.siteUrl.replace(/\/+$/, "")
