import react from '@vitejs/plugin-react'
import { chartParts } from './chart-parts.ts'
import { handlerText } from './handler-text.ts'
import { pageAddress } from './page-address.ts'

/** What the hosted build and the single file have in common. */
export const plugins = ({ standalone = false } = {}) => [
  handlerText,
  chartParts,
  react(),
  pageAddress({ siteUrl: process.env.SITE_URL, standalone }),
]
