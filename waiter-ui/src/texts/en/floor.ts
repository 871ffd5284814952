export const floor = {}
