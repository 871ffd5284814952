import type { alerts as English } from '../en/alerts.ts'

export const alerts: typeof English = {}
