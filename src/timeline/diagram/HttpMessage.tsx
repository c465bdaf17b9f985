import { statusLine } from '../../narrate/words.ts'
import styles from './DetailCard.module.css'
import type { Http } from './facts.ts'

/** A message whole, as it goes over the wire: first line, headers, body. */
export function HttpMessage({ request, response }: Http) {
  const whole = request ?? response
  if (!whole) return null
  const first = request ? `${request.method} ${request.path}` : statusLine(response?.status ?? 0)
  return (
    <figure className={styles.http}>
      <figcaption className={styles.caption}>{request ? 'The request' : 'The answer'}</figcaption>
      <pre className={styles.code}>
        <b>{first}</b>
        {Object.entries(whole.headers).map(([name, value]) => (
          <span key={name}>{`\n${name}: ${value}`}</span>
        ))}
        {`\n\n${JSON.stringify(whole.body, null, 2)}`}
      </pre>
    </figure>
  )
}
