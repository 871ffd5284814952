// Where the facts of a log lie: beside it, by a name that tells whose they are.
export const factsFileOf = (file: string): string => `${file}-facts`

/** With what SQLite keeps beside a file of its own. */
export const filesOf = (file: string): readonly string[] => ['', '-wal', '-shm'].map((rest) => `${file}${rest}`)
