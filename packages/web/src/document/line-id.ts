/** The line's element. */
export const lineOf = (id: string) => `line-${id}`
