/** Raised with every change of a prompt or a tool; a test knows what belongs to each number. */
export const promptVersion = 5
