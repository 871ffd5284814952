// What a reference server gives the program that started it.
export interface Serving {
  readonly port: number
  stop(): Promise<void>
}

export interface ServeOptions {
  readonly folder: string
  readonly port: number
}
