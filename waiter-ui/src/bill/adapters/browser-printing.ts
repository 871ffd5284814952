// The browser's own print dialogue: prints what the print stylesheet leaves on the page.
export type PrintPage = () => void

export const printPage: PrintPage = () => globalThis.print()
