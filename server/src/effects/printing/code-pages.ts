// Receipt printers know single-byte tables, not Unicode. Two of them cover our languages: western Europe with the euro
// sign, and Cyrillic. A letter outside both prints without its accent, or as a question mark; it never stops a ticket.

export type CodePage = {
  /** The number that `ESC t` selects it by, as Epson and those who follow it count. */
  readonly table: number
  readonly upper: string
}

export const western: CodePage = {
  table: 19,
  upper:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■ ',
}

export const cyrillic: CodePage = {
  table: 17,
  upper:
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■ ',
}

const pages: readonly CodePage[] = [western, cyrillic]

const plainer: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '→': '->',
  '×': 'x',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
}

/** Before lines are measured: some of these take more than one place. */
export const spelledOut = (content: string): string =>
  content.replace(/[^\n\x20-\x7e]/g, (char) => plainer[char] ?? char)

export type Encoded = { readonly page: CodePage | undefined; readonly bytes: readonly number[] }

const isPlain = (char: string): boolean => char >= ' ' && char <= '~'

/** One character as bytes, and the page that must be selected for it; plain ones are the same in every page. */
export function encodeCharacter(char: string, current: CodePage): Encoded {
  if (isPlain(char)) return { page: undefined, bytes: [char.charCodeAt(0)] }
  for (const page of [current, ...pages]) {
    const at = page.upper.indexOf(char)
    if (at >= 0) return { page, bytes: [128 + at] }
  }
  const bare = char.normalize('NFD').slice(0, 1)
  return { page: undefined, bytes: [(isPlain(bare) ? bare : '?').charCodeAt(0)] }
}
