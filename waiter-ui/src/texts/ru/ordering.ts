import type { ordering as English } from '../en/ordering.ts'

export const ordering: typeof English = {}
