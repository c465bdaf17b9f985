import { encodeQR } from 'qr'
import styles from './QrCode.module.css'

/** Bytes of a link: what version 25 holds. A larger code has modules too fine for a phone to read from a screen. */
const LONGEST_BYTES = 1273

/** Light modules around the code, which a reader needs to find it (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4

/** A link as a QR code, dark on light under either theme: many readers know no other. */
export function QrCode({ link, name }: { link: string; name: string }) {
  if (new TextEncoder().encode(link).length > LONGEST_BYTES) {
    return (
      <p className={styles.tooLong}>
        This link is too long for a code that a phone can read. Copy it, or share it from an earlier moment.
      </p>
    )
  }
  const modules = encodeQR(link, 'raw', { ecc: 'low', border: QUIET_ZONE })
  const side = modules.length
  const dark = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className={styles.code} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={name}>
      <rect width={side} height={side} fill="#fff" />
      <path d={dark} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
