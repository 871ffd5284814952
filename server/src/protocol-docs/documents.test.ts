import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DeviceCommand } from '@comanda/shared/domain/commands'
import { DownFrame } from '@comanda/shared/protocol/down'
import { UpFrame } from '@comanda/shared/protocol/up'
import { describe, expect, it } from 'vitest'
import { documents } from './documents.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

describe('documents made from the code', () => {
  it.each(documents())('$path is fresh: else run npm run protocol', ({ path, text }) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  })

  const examples = [
    ...readFileSync(join(root, 'docs/PROTOCOL.md'), 'utf8').matchAll(/```json (up|down)\n([\s\S]*?)```/g),
  ].flatMap(([, way = '', block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => ({ way, line })),
  )

  it('docs/PROTOCOL.md shows frames of every kind', () => {
    const kinds = new Set(examples.map(({ line }) => (JSON.parse(line) as { t: string }).t))
    const wanted = [
      'hello',
      'cmd',
      'painted',
      'seen',
      'here',
      'welcome',
      'snap',
      'ev',
      'view',
      'res',
      'hb',
      'presence',
      'approvals',
      'error',
    ]
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it.each(examples)('the example $line is a frame', ({ way, line }) => {
    const frame = JSON.parse(line) as { t: string; type?: string; args?: unknown }
    const parsed = (way === 'up' ? UpFrame : DownFrame).safeParse(frame)
    expect(parsed.error?.issues ?? []).toEqual([])
    if (frame.t === 'cmd')
      expect(DeviceCommand.safeParse({ type: frame.type, args: frame.args }).error?.issues ?? []).toEqual([])
  })
})
