import react from '@vitejs/plugin-react'
import { chartParts } from './chart-parts.ts'
import { handlerText } from './handler-text.ts'

/** What every build of the page has in common. */
export const plugins = () => [handlerText, chartParts, react()]
