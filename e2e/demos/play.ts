import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'
import { test } from '../test.ts'
import { type DemoName, PLAY } from './index.ts'
import { Film } from './kit/film.ts'
import { quick, told } from './kit/pace.ts'
import { Pictures } from './kit/pictures.ts'
import { Video } from './kit/video.ts'
import { webVtt } from './kit/vtt.ts'
import { DEMOS } from './list.mjs'

// Run by `npm run demo`, which names the demo and says how it is to be shown.
const { DEMO, DEMO_AS, FFMPEG = '' } = process.env
const { name, about } = DEMOS.find(demo => demo.name === DEMO) ?? DEMOS[0]
const folder = join(fileURLToPath(new URL('../../out/demos', import.meta.url)), name)

test(about, async ({ page }) => {
  test.setTimeout(0)
  if (DEMO_AS === 'headed') await PLAY[name](new Film(page, told()))
  else {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const film = DEMO_AS === 'video' ? await filmed(page, name) : await pictured(page, name)
    await writeFile(join(folder, 'captions.vtt'), webVtt(film.captions))
    await writeFile(join(folder, 'chapters.vtt'), webVtt(film.chapters))
  }
})

async function filmed(page: Page, demo: DemoName): Promise<Film> {
  const video = new Video(page, FFMPEG, join(folder, `${demo}.webm`))
  const film = new Film(page, told(), video)
  await PLAY[demo](film)
  await video.stop()
  return film
}

async function pictured(page: Page, demo: DemoName): Promise<Film> {
  const pictures = new Pictures(page, folder)
  const film = new Film(page, quick(1), pictures)
  await PLAY[demo](film)
  await pictures.writeSheet(about, film.chapters)
  return film
}
