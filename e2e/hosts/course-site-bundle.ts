import { fileURLToPath } from 'node:url'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { build } from 'vite'
import { CourseSite } from './course-site.ts'
import { coursePage } from './host-page.ts'

const CLIENT = fileURLToPath(new URL('./course-site-client.ts', import.meta.url))

/** A page of the course's site, as its server renders it. */
export function renderCourseSite(path: string, head: string): string {
  const site = renderToString(createElement(CourseSite, { path }))
  return coursePage(`<div id="site">${site}</div><script src="/site/client.js"></script>`, head)
}

/** The script that brings the site's pages to life; React's development build, which complains of all that differs. */
export async function bundleCourseSite(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, lib: { entry: CLIENT, formats: ['iife'], name: 'site' } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined
  if (!chunk) throw new Error('The course site was not built.')
  return chunk.code
}
