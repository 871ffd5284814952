// The thread that backup-thread.ts starts: one backup, one message, the end.
import { parentPort, workerData } from 'node:worker_threads'
import { type BackupOptions, backUp } from './backup.ts'

parentPort?.postMessage(await backUp(workerData as BackupOptions))
