import type { Choices } from './choices.ts'
import { canStart } from './looks.ts'
import { partsOf, partsThatAre } from './parts.ts'
import type { Place } from './place.ts'
import type { Scenes } from './scenes.ts'

/** The ways to take a frame along. */
export type Form = 'iframe' | 'element' | 'mdx' | 'markdown' | 'link'

const isWhole = (address: string) => /^https?:\/\//i.test(address)
const isHtml = (form: Form) => form === 'iframe' || form === 'mdx'

/** Why there is nothing to copy, as a sentence; '' where there is. */
export function refusal(form: Form, choices: Choices, scenes: Scenes, place: Place): string {
  const { build, scene } = choices
  if (scene === 'run' && !scenes.run) return NO_RUN
  if (build === 'site' && place.isFile)
    return 'This page was opened from a file, so there is no site to point to. Choose the single file, and put it where your course page can reach it.'
  if (build === 'site' && place.address === '')
    return 'This page has no address of its own, so nothing can point to it. Choose the single file.'
  if (scene === 'lab' && isSingleFile(choices, place))
    return 'The chapters’ labs are not part of the single file. Choose a site.'
  if (form === 'element' && isSingleFile(choices, place))
    return 'embed.js belongs to the site and is not part of the single file. Copy the iframe instead.'
  return ''
}

/** What keeps others from seeing what is copied, unless one heeds it, a sentence each. */
export function warnings(form: Form, { build, fileAddress }: Choices, place: Place): string[] {
  if (build === 'site') {
    if (place.isLocal) return ['This address leads to this computer only: nobody else can open it.']
    return place.isInsecure ? ['Pages on https show no frame from this address, which is only http.'] : []
  }
  if (isWhole(fileAddress)) return []
  return [
    isHtml(form)
      ? 'The file’s address counts from the page you paste into: the file must lie there.'
      : 'A link needs the file’s whole address, with https, unless it stands on a page beside the file.',
  ]
}

/** What works otherwise than one may expect of what is copied, a sentence each. */
export function cautions(form: Form, choices: Choices, place: Place): string[] {
  const isFile = isSingleFile(choices, place)
  return (isFile ? singleFile(form) : []).concat(
    height(form, choices, isFile),
    element(form),
    clipboard(place),
  )
}

/** Whether what is pasted leads to the single file: it is chosen, or this page is it. */
export function isSingleFile({ build }: Choices, place: Place): boolean {
  return build === 'file' || place.isSingleFile
}

function singleFile(form: Form): string[] {
  if (isHtml(form))
    return [
      'Course systems often show uploaded files in a sandbox: the simulation works there, but copying, saving and links may not.',
    ]
  return form === 'markdown' ? ['The single file brings no picture, so the link is words only.'] : []
}

function height(form: Form, { sizing, heightPx }: Choices, isFile: boolean): string[] {
  if (sizing !== 'content' || !isHtml(form)) return []
  const cure = isFile ? '' : ' There, copy embed.js instead.'
  return [
    `Canvas and H5P let it grow. A plain page keeps it at ${heightPx} px, and it scrolls inside.${cure}`,
  ]
}

function element(form: Form): string[] {
  return form === 'element' ? ['Where scripts are stripped, as in Canvas, copy the iframe.'] : []
}

function clipboard({ isOpaque }: Place): string[] {
  return isOpaque ? ['In this frame the clipboard may be refused: the text is selected for you then.'] : []
}

export const NO_RUN = 'There is no run yet: press Pay in the simulator first.'

/** What cannot be as it is chosen of the parts, a sentence each. */
export function partsProblems(choices: Choices): string[] {
  const { scene, start, parts } = choices
  const said: string[] = []
  const hidden = partsThatAre('hidden', choices)
  if (hidden.length > 0 && hidden.length === partsOf(choices).length)
    said.push('With everything hidden only the Pay button is left.')
  if (scene === 'lab') return said
  if (scene !== 'twin' && parts.settings === 'hidden')
    said.push(
      'Drop rate and retries go with the settings; the keys switch stays beside Pay where the frame is narrow.',
    )
  if (!canStart(choices) && parts.stage === 'locked')
    said.push('With the stage locked nobody can press Pay: nothing happens but by a script of the page.')
  const waits = canStart(choices) && start === 'paused'
  if (waits && parts.playback)
    said.push(
      `It starts paused, and nobody can press Play, which is ${parts.playback}. Show the playback, or let it start by itself.`,
    )
  return said
}
