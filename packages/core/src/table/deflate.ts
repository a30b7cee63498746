import { deflateRawSync, inflateRawSync } from "node:zlib"

/** Text in about half its bytes: write units are counted in kilobytes. */
export const deflated = (text: string): Uint8Array => deflateRawSync(text)

export const inflated = (bytes: Uint8Array): string => inflateRawSync(bytes).toString()
