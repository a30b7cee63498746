import { createApi } from "@spec-wizard/client"

/** The browser's cookie says who asks, so that this one knows no more than any other of the page. */
export const api = createApi({ baseUrl: "", credentials: "cookie" })
