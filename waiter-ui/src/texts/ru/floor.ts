import type { floor as English } from '../en/floor.ts'

export const floor: typeof English = {}
