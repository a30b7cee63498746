/**
 * Stored with every turn, so that figures of two prompts are not mixed. Raised with every change of a prompt or a tool; a test knows what
 * belongs to each number.
 */
export const promptVersion = 1
