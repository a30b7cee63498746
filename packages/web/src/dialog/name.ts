/** What the menu opens. */
export type DialogName = "save" | "submit" | "conversations" | "devices" | "key" | "data" | "erase"
