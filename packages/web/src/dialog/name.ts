/** What the menu opens. */
export type DialogName = "save" | "conversations" | "devices" | "data" | "erase"
