/** What the menu opens. */
export type DialogName = "save" | "conversations" | "devices" | "key" | "data" | "erase"
