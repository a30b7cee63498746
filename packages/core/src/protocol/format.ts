/** What a document can be had as; a file for each beside this one. */
export const FORMATS = ["json", "markdown", "gherkin", "spec-kit", "kiro", "openspec"] as const
export type Format = (typeof FORMATS)[number]
