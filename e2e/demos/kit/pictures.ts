import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { settled } from '../../settled.ts'
import type { Camera, Cue } from './film.ts'

interface Picture {
  readonly file: string
  readonly caption: string
}

/** Takes a numbered picture with every caption, `01-you-pay-100.png`, and puts them on one page. */
export class Pictures implements Camera {
  readonly #page: Page
  readonly #folder: string
  readonly #taken: Picture[] = []

  constructor(page: Page, folder: string) {
    this.#page = page
    this.#folder = folder
  }

  readonly onCaption = async (caption: string): Promise<void> => {
    const file = `${String(this.#taken.length + 1).padStart(2, '0')}-${slug(caption)}.png`
    await settled(this.#page)
    await this.#page.screenshot({ path: join(this.#folder, file) })
    this.#taken.push({ file, caption })
  }

  /** Writes `index.html`, the contact sheet. */
  async writeSheet(title: string, chapters: readonly Cue[]): Promise<void> {
    await writeFile(join(this.#folder, 'index.html'), sheet(title, chapters, this.#taken))
  }
}

/** The first words of a caption, as a file may be called. */
function slug(caption: string): string {
  const words = caption.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.slice(0, 5).join('-')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function sheet(title: string, chapters: readonly Cue[], pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ file, caption }) =>
      `<figure><a href="${file}"><img src="${file}" alt=""></a><figcaption>${escaped(caption)}</figcaption></figure>`,
  )
  const style =
    'body{font:16px/1.4 system-ui;margin:24px}main{display:grid;gap:24px;grid-template-columns:repeat(auto-fill,minmax(360px,1fr))}figure{margin:0}img{width:100%;border:1px solid #bbb}'
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>${style}</style>
<h1>${escaped(title)}</h1>
<p>${chapters.map(({ text }) => escaped(text)).join(' · ')}</p>
<main>
${figures.join('\n')}
</main>
</html>
`
}
