import type { RestRequest } from '../../sim/index.ts'
import styles from './RequestText.module.css'

interface RequestTextProps {
  label: string
  request: RestRequest
}

/** A request as it goes over the wire. */
export function RequestText({ label, request: { method, path, headers, body } }: RequestTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={styles.request} aria-label={label} tabIndex={0}>
      <pre>
        <code>
          <b>
            {method} {path}
          </b>
          {Object.entries(headers).map(([name, value]) => `\n${name}: ${value}`)}
          {body !== undefined && `\n\n${JSON.stringify(body)}`}
        </code>
      </pre>
    </section>
  )
}
