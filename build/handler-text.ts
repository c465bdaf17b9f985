import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Of a handler's text only the function is shown: its imports and its description need not travel with it. */
export const handlerText: Plugin = {
  name: 'handler-text',
  enforce: 'pre',
  load: {
    filter: { id: /\/sim\/server\/handlers\/[\w-]+\.ts\?raw$/ },
    handler(id) {
      const source = readFileSync(id.replace('?raw', ''), 'utf8')
      return `export default ${JSON.stringify(source.slice(source.indexOf('export function*')))}`
    },
  },
}
