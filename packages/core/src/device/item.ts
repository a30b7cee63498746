import type * as Device from "../protocol/device.ts"

/** What stands in the table about a device by itself: the sessions it may see, the addresses it proved to be at. */
export const partition = (id: Device.ID) => `device#${id}`
