// What a file is for, told by its path.

/** Tests, what they are made of, and tools: code that never runs in a restaurant. */
export function isProof(path: string): boolean {
  return /^(tests|bench|scripts|app-shell\/vite)\/|\/testing\/|\.test\.tsx?$|\.config\.ts$/.test(path)
}

/** The adapters around time and chance, through which everybody else gets them. */
export function wrapsTimeOrChance(path: string): boolean {
  return /\/(ports|adapters)\/|(clock|system-time|rng)[^/]*\.tsx?$/.test(path)
}
