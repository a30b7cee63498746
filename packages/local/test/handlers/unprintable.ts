/** What `Render` says of a document that Typst understands and refuses. */
export const handler = async () => ({ status: "failed" })
