import type { Cue } from './film.ts'

/** Cues as a WebVTT file, for captions and for chapters alike. */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ text, startMs, endMs }, index) =>
      `${index + 1}\n${stamp(startMs)} --> ${stamp(endMs)}\n${escaped(text)}\n`,
  )
  return ['WEBVTT\n', ...blocks].join('\n')
}

/** 00:01:02.345 */
function stamp(ms: number): string {
  return new Date(Math.round(ms)).toISOString().slice('1970-01-01T'.length, -1)
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
