throw new RangeError("on its import")

export const handler = () => ({})
