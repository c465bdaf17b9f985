import react from '@vitejs/plugin-react'
import type { PluginOption } from 'vite'
import { chartParts } from './chart-parts.ts'
import { handlerText } from './handler-text.ts'
import { pageAddress } from './page-address.ts'
import { prose } from './prose.ts'

/** What the hosted build and the single file have in common. */
export const plugins = ({ standalone = false } = {}): PluginOption[] => [
  handlerText,
  chartParts,
  prose,
  react(),
  pageAddress({ siteUrl: process.env.SITE_URL, standalone }),
]
