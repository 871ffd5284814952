import { describe, expect, it } from 'vitest'
import { readEnvironment } from './env.ts'

describe('the environment', () => {
  it('stays on this machine when nothing is said', () => {
    expect(readEnvironment({ COMANDA_DATA: '/d' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      data: '/d',
      database: { kind: 'sqlite', file: '/d/comanda.db' },
      log: 'info',
      origins: [],
    })
  })

  it('reads what is said', () => {
    const config = readEnvironment({
      COMANDA_HOST: '0.0.0.0',
      COMANDA_PORT: '0',
      COMANDA_DATA: '/d',
      COMANDA_DATABASE: 'sqlite:other.db',
      COMANDA_LOG: 'warn',
      COMANDA_ORIGINS: 'https://a.example, https://b.example:8443',
    })
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      database: { file: '/d/other.db' },
      origins: ['https://a.example', 'https://b.example:8443'],
    })
  })

  it.each([
    [{ COMANDA_HOST: 'not a host' }, 'COMANDA_HOST'],
    [{ COMANDA_PORT: '65536' }, 'COMANDA_PORT'],
    [{ COMANDA_PORT: '-1' }, 'COMANDA_PORT'],
    [{ COMANDA_PORT: '80a' }, 'COMANDA_PORT'],
    [{ COMANDA_DATA: '' }, 'COMANDA_DATA'],
    [{ COMANDA_DATABASE: 'mysql://x' }, 'COMANDA_DATABASE'],
    [{ COMANDA_LOG: 'loud' }, 'COMANDA_LOG'],
    [{ COMANDA_ORIGINS: 'a.example' }, 'COMANDA_ORIGINS'],
    [{ COMANDA_ORIGINS: 'https://a.example/path' }, 'COMANDA_ORIGINS'],
  ])('refuses %j by name in one line', (environment, name) => {
    expect(() => readEnvironment(environment)).toThrow(new RegExp(`^${name} is .*$`))
  })

  it('[P-17] refuses PostgreSQL by name, without repeating its password', () => {
    expect(() => readEnvironment({ COMANDA_DATABASE: 'postgres://me:secret@db/x' })).toThrow(
      /PostgreSQL is not there yet/,
    )
    expect(() => readEnvironment({ COMANDA_DATABASE: 'postgres://me:secret@db/x' })).not.toThrow(/secret/)
  })
})
