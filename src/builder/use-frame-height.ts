import { type RefObject, useEffect, useState } from 'react'

/** No frame of ours is higher; whatever says so is mistaken. */
const HIGHEST_PX = 10_000

/** The height that the page in a frame has told last; null where it has told none. */
export function useFrameHeight(frame: RefObject<HTMLIFrameElement | null>): number | null {
  const [heightPx, setHeightPx] = useState<number | null>(null)
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      // Any window may write here.
      if (!source || source !== frame.current?.contentWindow) return
      const told = heightIn(data)
      if (told !== null) setHeightPx(told)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [frame])
  return heightPx
}

/** The height in a message of the simulator's; null in any other. */
function heightIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  const { source, v, type, payload } = data as Record<string, unknown>
  const tellsHeight = type === 'resize' || type === 'ready'
  if (source !== 'double-charge-simulator' || v !== 1 || !tellsHeight) return null
  const height = typeof payload === 'object' && payload !== null && (payload as { height?: unknown }).height
  return typeof height === 'number' && height >= 1 && height <= HIGHEST_PX ? Math.ceil(height) : null
}
