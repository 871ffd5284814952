// How far back a recall reaches (KDS-5).
export const recallLimits = { tickets: 100, seconds: 90 * 60 } as const
