import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { seconds } from '../narrate/words.ts'
import { useSimulator } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { copy } from '../ui/copy.ts'
import { IconButton } from '../ui/IconButton.tsx'
import type { From, Permalink } from './keep-address.ts'
import { presentLink } from './present-link.ts'
import styles from './Share.module.css'

const QrCode = lazy(() => import('../ui/QrCode.tsx').then(module => ({ default: module.QrCode })))

interface SharePanelProps {
  permalink: Permalink
  onClose: () => void
}

/** The run as a link: to copy, to hand to the device, as a QR code, and as text. It is the link of when it was opened. */
export function SharePanel({ permalink, onClose }: SharePanelProps) {
  const simulator = useSimulator()
  const [links] = useState(() => ({ start: permalink('start'), now: permalink('now') }))
  const [hasRun] = useState(() => simulator.state.session.inputs.length > 0)
  const [atMs] = useState(() => simulator.playhead.timeMs)
  const [from, setFrom] = useState<From>('now')
  const [said, setSaid] = useState<string | null>(null)
  const [copied, setCopied] = useState<From | null>(null)
  const [showsCode, setShowsCode] = useState(false)
  const chosen = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLInputElement>(null)
  const id = useId()
  const link = links[from]

  useEffect(() => chosen.current?.focus(), [])

  function say(what: string) {
    setSaid(what)
    simulator.announce(what)
  }

  async function onCopy() {
    setSaid(null)
    const done = await copy(link)
    setCopied(done ? from : null)
    if (done) {
      simulator.announce('Copied the link.')
      return
    }
    text.current?.focus()
    say('The clipboard is refused here. Copy the link by hand: it is selected.')
  }

  async function onShare() {
    setSaid(null)
    try {
      await navigator.share({ title: document.title, url: link })
    } catch (error) {
      // Somebody thought better of it.
      if (error instanceof DOMException && error.name === 'AbortError') return
      say('This device cannot share it. Copy the link instead.')
    }
  }

  const choice = (value: From, label: string) => (
    <label className={styles.choice}>
      <input
        ref={from === value ? chosen : undefined}
        type="radio"
        name={id}
        checked={from === value}
        onChange={() => setFrom(value)}
      />
      {label}
    </label>
  )

  return (
    <>
      <fieldset className={styles.from}>
        <legend className={styles.legend}>Share this run</legend>
        {choice('start', 'From the start')}
        {choice('now', `At this moment (${seconds(atMs)})`)}
      </fieldset>
      <IconButton
        className={styles.close}
        icon="close"
        label="Close sharing"
        variant="bare"
        onClick={onClose}
      />
      <div className={styles.row}>
        <label className={styles.label} htmlFor={`${id}link`}>
          Link
        </label>
        <span className={styles.length}>{link.length.toLocaleString('en-US')} characters</span>
      </div>
      <input
        ref={text}
        id={`${id}link`}
        className={styles.link}
        readOnly
        value={link}
        onFocus={() => text.current?.select()}
      />
      {said && <p className={styles.said}>{said}</p>}
      <div className={styles.actions}>
        <Button className={styles.copy} onClick={onCopy}>
          {copied === from ? 'Copied' : 'Copy link'}
        </Button>
        {typeof navigator.share === 'function' && <Button onClick={onShare}>Share…</Button>}
        <Button
          aria-expanded={showsCode}
          aria-controls={`${id}code`}
          onClick={() => setShowsCode(!showsCode)}
        >
          QR code
        </Button>
        <a className={styles.present} href={presentLink(link, hasRun)}>
          {hasRun ? 'Present this run' : 'Present a talk'}
        </a>
      </div>
      <div id={`${id}code`} hidden={!showsCode} className={styles.codePlace}>
        {showsCode && (
          <Suspense>
            <QrCode
              link={link}
              name={
                from === 'start'
                  ? 'QR code of the link, from the start'
                  : 'QR code of the link, at this moment'
              }
            />
          </Suspense>
        )}
      </div>
    </>
  )
}
