// One project per kind of proof. Groups run one after the other, so that whole-restaurant runs and real
// processes never share the two cores of a small machine with the unit tests.
import { defineConfig } from 'vitest/config'

const longRun = process.env.COMANDA_TEST_LONG === '1'
const notOurs = ['**/node_modules/**', '**/dist/**']
const minutes = (count: number) => count * 60_000

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 10_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...notOurs, '**/*.contract.test.ts', 'tests/{contract,sim,upgrade,faults,e2e}/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['**/*.contract.test.ts', 'tests/contract/**/*.test.ts'],
          exclude: notOurs,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sim',
          include: ['tests/sim/**/*.test.ts', 'tests/upgrade/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: longRun ? minutes(30) : minutes(2),
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          testTimeout: longRun ? minutes(30) : minutes(2),
          hookTimeout: minutes(1),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...notOurs, 'tests/e2e/**/*-speed.test.ts'],
          sequence: { groupOrder: 4 },
          // a journey mostly waits for people's seconds: two files leave half of a small machine idle
          maxWorkers: 3,
          testTimeout: minutes(2),
          hookTimeout: minutes(1),
        },
      },
      {
        extends: true,
        test: {
          name: 'speed',
          include: ['tests/e2e/**/*-speed.test.ts'],
          sequence: { groupOrder: 5 },
          fileParallelism: false,
          testTimeout: minutes(2),
          hookTimeout: minutes(1),
        },
      },
    ],
  },
})
