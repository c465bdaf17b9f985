import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The ffmpeg named in FFMPEG_PATH, else the one on the path, else Playwright's own; null where none starts. */
export async function findFfmpeg() {
  const asked = process.env.FFMPEG_PATH
  const candidates = asked === undefined ? ['ffmpeg', ...(await playwrightsOwn())] : [asked]
  return candidates.find(program => program !== '' && starts(program)) ?? null
}

/** @param {string} program */
const starts = program => spawnSync(program, ['-version'], { stdio: 'ignore' }).status === 0

/** It lies beside Playwright's browsers: `ffmpeg-1013/ffmpeg-linux`. */
async function playwrightsOwn() {
  const { chromium } = await import('playwright')
  const [folder = ''] = chromium.executablePath().split(/[\\/]chromium[^\\/]*[\\/]/)
  if (!existsSync(folder)) return []
  const within = readdirSync(folder).filter(name => name.startsWith('ffmpeg-'))
  return within.flatMap(name =>
    readdirSync(join(folder, name))
      .filter(file => file.startsWith('ffmpeg-'))
      .map(file => join(folder, name, file)),
  )
}
