/** A turn's whole time with a model. What it holds, its money and its function, must outlast it. */
export const WHOLE_MS = 300_000
