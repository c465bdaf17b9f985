import { ownProperties } from './plain.ts'
import { sayToHost } from './post.ts'
import type { Size } from './size.ts'

/** How hosts of one kind are told a height. */
export interface Dialect {
  /** Said once the page stands. */
  readonly greet?: () => void
  readonly tell: (size: Size) => void
  /** Answers what the host says in this dialect. */
  readonly hear?: (said: ReadonlyMap<string, unknown>, size: Size) => void
}

/** Canvas, for external tools: `lti.frameResize`. */
const canvas: Dialect = {
  tell: ({ height }) => sayToHost({ subject: 'lti.frameResize', height }),
}

const sayH5p = (action: string, height?: number) =>
  sayToHost({
    context: 'h5p',
    action,
    ...(height !== undefined && { scrollHeight: height, clientHeight: height }),
  })

/**
 * h5p-resizer.js, as on Moodle, WordPress and Drupal: it answers `hello`, and `prepareResize` with `resizePrepared`; `resize`
 * it obeys at any time. Whichever script comes second says so: the frame with `hello`, the host with `ready`.
 */
const h5p: Dialect = {
  greet: () => sayH5p('hello'),
  tell: ({ height }) => sayH5p('resize', height),
  hear: (said, { height }) => {
    if (said.get('context') !== 'h5p') return
    const action = said.get('action')
    if (action === 'ready') sayH5p('hello')
    if (action === 'hello' || action === 'resize') sayH5p('prepareResize', height)
    if (action === 'resizePrepared') sayH5p('resize', height)
  },
}

const sayResized = ({ width, height }: Size) => sayToHost({ type: 'iframe-resized', width, height })

/** open-iframe-resizer: its host asks until it is told. */
const openIframeResizer: Dialect = {
  tell: sayResized,
  hear: (said, size) => {
    const type = said.get('type')
    if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') sayResized(size)
  },
}

const DIALECTS = [canvas, h5p, openIframeResizer]

/** Greets every kind of host: one that is there already then knows whom it has. */
export function greetAll(): void {
  for (const { greet } of DIALECTS) greet?.()
}

/** Tells a size in every dialect: a frame cannot know who listens, and others ignore it. */
export function tellAll(size: Size): void {
  for (const { tell } of DIALECTS) tell(size)
}

/** Answers what a host asks in one of the dialects. */
export function answerDialect(data: unknown, size: Size): void {
  const said = ownProperties(data)
  if (said) for (const { hear } of DIALECTS) hear?.(said, size)
}
