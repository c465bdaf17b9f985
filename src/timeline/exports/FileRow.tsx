import { useId, useMemo, useState } from 'react'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { copy } from '../../ui/copy.ts'
import { Heading } from '../../ui/Heading.tsx'
import styles from './Exports.module.css'
import { type ExportFile, fileName, type Source } from './files.ts'
import { Preview } from './Preview.tsx'
import { pngOf } from './png.ts'
import { save } from './save.ts'

interface FileRowProps {
  file: ExportFile
  source: Source
  /** Whether the file is made before it is asked for, so that its size can be told. */
  beforehand: boolean
}

/** A file that can be saved, copied where it is text, and looked into. */
export function FileRow({ file, source, beforehand }: FileRowProps) {
  const simulator = useSimulator()
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const previewId = useId()
  const made = useMemo(
    () => (open || (beforehand && file.picture !== 'dots') ? file.text(source) : null),
    [open, beforehand, file, source],
  )
  const name = fileName(file, source.session.settings.seed)
  const isCopied = copied !== null && copied === made

  async function onSave() {
    setProblem(null)
    const text = made ?? file.text(source)
    try {
      save(name, file.picture === 'dots' ? await pngOf(text) : new Blob([text], { type: file.mime }))
      simulator.announce(`${name} goes to your downloads.`)
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
  }

  async function onCopy() {
    setProblem(null)
    const text = made ?? file.text(source)
    const done = await copy(text)
    setCopied(done ? text : null)
    if (done) simulator.announce(`Copied: ${name}.`)
    else tell('The clipboard is refused here. Save the file, or copy from the preview.')
  }

  function tell(what: string) {
    setProblem(what)
    simulator.announce(what)
  }

  return (
    <li className={styles.file}>
      <div className={styles.words}>
        <Heading level={4} className={styles.title}>
          {file.title}
        </Heading>
        <p className={styles.about}>{file.about}</p>
        <p className={styles.name}>
          {name}
          {made !== null && file.picture !== 'dots' && <span className={styles.size}>{sizeOf(made)}</span>}
        </p>
      </div>
      <div className={styles.actions}>
        <Button onClick={onSave} aria-label={`Save ${name}`}>
          Save
        </Button>
        {file.picture !== 'dots' && (
          <>
            <Button onClick={onCopy} aria-label={`${isCopied ? 'Copied' : 'Copy'} ${name}`}>
              {isCopied ? 'Copied' : 'Copy'}
            </Button>
            <Button
              variant="quiet"
              aria-label={`Preview ${name}`}
              aria-expanded={open}
              aria-controls={previewId}
              onClick={() => setOpen(!open)}
            >
              Preview
            </Button>
          </>
        )}
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
      <div id={previewId} hidden={!open} className={styles.preview}>
        {open && made !== null && <Preview name={name} text={made} drawn={file.picture === 'drawn'} />}
      </div>
    </li>
  )
}

/** 740 B, 12.4 kB. */
function sizeOf(text: string): string {
  const { size } = new Blob([text])
  return size < 1000 ? `${size} B` : `${(size / 1000).toFixed(1)} kB`
}
