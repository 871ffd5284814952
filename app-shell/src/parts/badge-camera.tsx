// A badge held to the camera. Where the browser reads no codes there is nothing to see of it.
import type { Cancel } from '@comanda/shared/ports/time'
import { Button } from '@comanda/ui-kit/components/button'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readsCodes, watchCodes } from '../adapters/camera.ts'
import { isBadge } from '../badge-reader.ts'
import { useShellTexts } from '../shell-context.ts'

export function BadgeCamera({ onBadge }: { onBadge: (badge: string) => void }) {
  const words = useShellTexts().badge
  const [isOn, setOn] = useState(false)
  const [failed, setFailed] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const place = video.current
    if (!isOn || place === null) return
    let stop: Cancel | undefined
    let isOver = false
    const end = (): void => {
      isOver = true
      stop?.()
    }
    watchCodes(place, (text) => {
      if (isOver || !isBadge(text)) return
      end()
      setOn(false)
      onBadge(text)
    }).then(
      (started) => {
        stop = started
        if (isOver) started()
      },
      () => {
        setOn(false)
        setFailed(true)
      },
    )
    return end
  }, [isOn])
  return (
    <section class="a-badge">
      <p class="k-muted">{words.how}</p>
      {failed && <p role="alert">{words.noCamera}</p>}
      {isOn && <video ref={video} class="a-camera" muted playsInline aria-label={words.camera} />}
      {readsCodes() && (
        <Button label={isOn ? words.stop : words.camera} icon="camera" tone="quiet" onPress={() => setOn(!isOn)} />
      )}
    </section>
  )
}
