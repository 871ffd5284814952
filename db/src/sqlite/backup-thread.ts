// Runs a backup beside the thread that takes orders.
import { Worker } from 'node:worker_threads'
import type { BackedUp, BackupOptions } from './backup.ts'

export const backUpInThread = (options: BackupOptions): Promise<readonly BackedUp[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: options })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the backup ended with code ${code} and no result`)))
  })
