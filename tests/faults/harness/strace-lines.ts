// strace's lines, read once into system calls in the order in which they returned. Paths and strings come in hex,
// so no byte of them can be mistaken for strace's own punctuation.

export type TracedFile = { descriptor: number; path: string; deleted: boolean }

export type SystemCall = {
  thread: number
  name: string
  /** The arguments as strace wrote them. */
  text: string
  result: number
  /** What the result stands for, when it is a descriptor. */
  resultFile: TracedFile | null
  error: string | null
  injected: boolean
  /** How many calls had returned when this one began: those are certain to lie before it. */
  startedAfter: number
}

type Begun = { name: string; text: string; startedAfter: number }

const callLine = /^(\d+) +([a-z_0-9]+)\((.*)$/
const resumedLine = /^(\d+) +<\.\.\. ([a-z_0-9]+) resumed>(.*)$/
const unfinished = / *<unfinished \.\.\.>$/
const returned = /^(.*)\) += (-?\d+)(<[^>]*>(?:\(deleted\))?)?(?: ([A-Z0-9]+) \([^)]*\))?(.*)$/
const file = /^(\d+)<([^>]*)>(\(deleted\))?/
const quoted = /"([^"]*)"/g

export function fromHex(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex')
}

export function tracedFile(text: string): TracedFile | null {
  const match = file.exec(text)
  if (!match) return null
  return { descriptor: Number(match[1]), path: fromHex(match[2] ?? '').toString(), deleted: match[3] !== undefined }
}

/** Every string among the arguments, in order. */
export function strings(text: string): Buffer[] {
  return [...text.matchAll(quoted)].map((match) => fromHex(match[1] ?? ''))
}

/** The arguments after the last string: for a positioned write its length and its place. */
export function numbersAfterStrings(text: string): number[] {
  return text
    .slice(text.lastIndexOf('"') + 1)
    .split(',')
    .map((part) => part.replace(/^\.\.\./, '').trim())
    .filter((part) => /^-?\d+$/.test(part))
    .map(Number)
}

function complete(thread: number, begun: Begun, rest: string): SystemCall | null {
  const match = returned.exec(begun.text + rest)
  if (!match) return null
  const [, text = '', result, resultFile, error, remarks = ''] = match
  return {
    thread,
    name: begun.name,
    text,
    result: Number(result),
    resultFile: resultFile ? tracedFile(`${result}${resultFile}`) : null,
    error: error ?? null,
    injected: remarks.includes('(INJECTED)'),
    startedAfter: begun.startedAfter,
  }
}

export function systemCalls(lines: Iterable<string>): SystemCall[] {
  const calls: SystemCall[] = []
  const waiting = new Map<number, Begun>()
  for (const line of lines) {
    const resumed = resumedLine.exec(line)
    const thread = Number((resumed ?? callLine.exec(line))?.[1])
    if (resumed) {
      const begun = waiting.get(thread)
      const call = begun && complete(thread, begun, resumed[3] ?? '')
      waiting.delete(thread)
      if (call) calls.push(call)
      continue
    }
    const started = callLine.exec(line)
    if (!started) continue
    const begun = { name: started[2] ?? '', text: started[3] ?? '', startedAfter: calls.length }
    if (unfinished.test(begun.text)) {
      waiting.set(thread, { ...begun, text: begun.text.replace(unfinished, '') })
      continue
    }
    const call = complete(thread, begun, '')
    if (call) calls.push(call)
  }
  return calls
}
