// The camera as a reader of badges, where the browser can read codes by itself.

import type { Cancel, Millis } from '@comanda/shared/ports/time'

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
type WithDetector = { readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => Detector }

const lookEvery: Millis = 200

export const readsCodes = (): boolean =>
  'BarcodeDetector' in globalThis && navigator.mediaDevices?.getUserMedia !== undefined

/** Shows the camera in this element until it is cancelled, and tells every code that it sees. */
export async function watchCodes(video: HTMLVideoElement, hear: (text: string) => void): Promise<Cancel> {
  const { BarcodeDetector } = globalThis as WithDetector
  if (BarcodeDetector === undefined) throw new Error('this browser reads no codes')
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } })
  video.srcObject = stream
  await video.play()
  const timer = setInterval(() => {
    detector.detect(video).then(
      (codes) => {
        for (const { rawValue } of codes) hear(rawValue)
      },
      // A picture that was not there yet.
      () => {},
    )
  }, lookEvery)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
  }
}
