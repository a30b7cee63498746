export { Placed } from "./placed.tsx"
export { Written } from "./written.tsx"
