export const ordering = {}
