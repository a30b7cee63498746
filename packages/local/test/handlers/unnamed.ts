export const handle = () => ({})
