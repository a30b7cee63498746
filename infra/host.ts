import { chatApi } from "./gateway.ts"

/** `https://abc.example.com/path` → `abc.example.com` */
export const hostOf = (url: $util.Input<string>) => $output(url).apply((text) => new URL(text).hostname)

/** Where the page's socket goes: `wss://abc.execute-api.eu-central-1.amazonaws.com` */
export const socket = $interpolate`wss://${hostOf(chatApi.url)}`
