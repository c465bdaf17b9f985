import type { Page } from './page-knobs.ts'

/** What each of the page's knobs does, as README and builder say it; the first view has no use for it. */
export const PAGE_HELP: { readonly [Name in keyof Page]: string } = {
  run: 'A whole run: settings, inputs and playhead, as the permalink writes them.',
  scenario:
    'A named situation of the gallery (`#/scenarios`). Settings beside it change it; a run goes before it.',
  twin: 'What the second side of `#/twin` changes; without it the keys, off or one per payment.',
  open: 'The panel that is open below the chart.',
  speed: 'Virtual time per wall-clock time.',
  start: 'Whether a run in the address plays by itself.',
  clock: 'With manual, virtual time moves only by step, seek and advance.',
  theme: 'Light or dark; auto follows the system.',
  motion: 'Full or reduced; auto follows the system.',
  embed: '1 leaves out the site’s header and fits a frame in another page.',
  presenter:
    '1 shows large type and captions, and goes from one telling moment to the next by the keys of a remote control.',
  hide: 'Parts of the page to leave out.',
  lock: 'Parts that are shown but cannot be used; the page’s script still can.',
  links: 'off leaves out what leads from an embedded scene to other pages.',
  resize: 'off keeps an embedded scene from telling its host how high it is.',
  v: 'The version of this contract.',
}
