import { useEffect, useRef, useState } from 'react'
import { useSimulator } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { copy } from '../ui/copy.ts'
import { Segments } from '../ui/Segments.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './Copies.module.css'
import type { Choices } from './choices.ts'
import { embedOf } from './embed-of.ts'
import { cautions, type Form, isSingleFile, refusal, warnings } from './limits.ts'
import type { Place } from './place.ts'
import type { Scenes } from './scenes.ts'
import { type Embed, element, iframe, markdown, mdx, pageAddress } from './snippets.ts'

interface CopiesProps {
  choices: Choices
  scenes: Scenes
  place: Place
}

const FORMS: readonly { readonly value: Form; readonly label: string }[] = [
  { value: 'iframe', label: 'iframe' },
  { value: 'element', label: 'embed.js' },
  { value: 'mdx', label: 'MDX' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'link', label: 'Link' },
]

/** The snippet, in the form one needs it, to be copied; where there is none it is said why. */
export function Copies({ choices, scenes, place }: CopiesProps) {
  const [form, setForm] = useState<Form>('iframe')
  const refused = refusal(form, choices, scenes, place)
  const text = refused ? '' : write(form, embedOf(choices, scenes, place), isSingleFile(choices, place))
  return (
    <Sheet heading="Snippet" level={3} note={refused ? undefined : `${text.length} characters`}>
      <Segments label="Copy as" options={FORMS} value={form} onChange={setForm} />
      {refused ? (
        <p className={styles.refused}>{refused}</p>
      ) : (
        <Snippet text={text} name={FORMS.find(({ value }) => value === form)?.label ?? form} />
      )}
      {!refused &&
        warnings(form, choices, place).map(warning => (
          <p key={warning} className={styles.refused}>
            {warning}
          </p>
        ))}
      {!refused && (
        <ul className={styles.cautions} aria-label="To know before">
          {cautions(form, choices, place).map(caution => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function write(form: Form, embed: Embed, isFile: boolean): string {
  const writers = { iframe, element, mdx, link: pageAddress }
  return form === 'markdown' ? markdown(embed, !isFile) : writers[form](embed)
}

/** The text and its copy button. Where the clipboard is refused the text is selected, to be copied by hand. */
function Snippet({ text, name }: { text: string; name: string }) {
  const simulator = useSimulator()
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said was said of the text before
  useEffect(() => setCopied(null), [text])

  async function onCopy() {
    const done = await copy(text)
    setCopied(done ? 'yes' : 'no')
    simulator.announce(done ? `Copied: ${name}.` : REFUSED)
    if (done) return
    field.current?.focus()
    field.current?.select()
  }

  return (
    <>
      <div className={styles.snippet}>
        <textarea
          ref={field}
          className={styles.text}
          aria-label={`Snippet: ${name}`}
          readOnly
          rows={5}
          spellCheck={false}
          value={text}
        />
        <Button
          variant="primary"
          icon={copied === 'yes' ? 'check' : 'copy'}
          className={styles.copy}
          onClick={onCopy}
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      {copied === 'no' && <p className={styles.refused}>{REFUSED}</p>}
    </>
  )
}

const REFUSED = 'The clipboard is refused here. Copy the text by hand: it is selected.'
