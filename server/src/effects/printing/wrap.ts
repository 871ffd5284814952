// Lines of a given width, broken between words; a word that is too long is cut rather than lost.

export function wrap(content: string, width: number, indent = 0): readonly string[] {
  const room = Math.max(4, width - indent)
  const lines: string[] = []
  let line = ''
  for (const word of content.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && line.length + 1 + word.length <= room) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    let rest = word
    while (rest.length > room) {
      lines.push(rest.slice(0, room))
      rest = rest.slice(room)
    }
    line = rest
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines.map((one) => `${' '.repeat(indent)}${one}`)
}
