// A text as a QR code: dark on light in every theme, or cameras do not find it. The encoder is loaded when one is shown.
import { useEffect, useState } from 'preact/hooks'

type Squares = { readonly size: number; readonly path: string }

/** One path for all dark squares; a row's neighbours are drawn as one. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  const parts: string[] = []
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue
      const from = x
      while (row[x + 1] === true) x += 1
      parts.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`)
    }
  }
  return parts.join('')
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const [squares, setSquares] = useState<Squares>()
  useEffect(() => {
    let isOver = false
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(text, { border: 3, ecc: 'M' })
      if (!isOver) setSquares({ size, path: pathOf(data) })
    })
    return () => {
      isOver = true
    }
  }, [text])
  return (
    <svg class="a-qr" role="img" aria-label={label} viewBox={`0 0 ${squares?.size ?? 1} ${squares?.size ?? 1}`}>
      <path class="a-qr-dark" d={squares?.path ?? ''} />
    </svg>
  )
}
