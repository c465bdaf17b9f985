import type { Plugin } from 'vite'

/** In the place of each package, what the chart uses of it. */
const PARTS: Readonly<Record<string, string>> = {
  // Axes of numbers; recharts looks scales up by name, and so brings calendars and colours as well.
  'victory-vendor/d3-scale': `export { scaleBand, scaleLinear, scalePoint } from 'd3-scale'`,
  // Between two numbers as d3 has it. `piecewise` is asked for by scales of colours alone.
  'd3-interpolate': `
    export const interpolateNumber = (a, b) => t => a * (1 - t) + b * t
    export const interpolateRound = (a, b) => t => Math.round(a * (1 - t) + b * t)
    export { interpolateNumber as interpolate, interpolateNumber as piecewise }`,
}

/** Nothing is used of these: src/charts draws the lines itself and words the ticks, and nothing is stacked. */
const UNUSED = ['victory-vendor/d3-shape', 'd3-format']

const PREFIX = '\0chart-parts:'

/** The names of a package, each of which says where to look should it be called after all. */
async function unused(name: string): Promise<string> {
  const names = Object.keys(await import(name)).filter(key => key !== 'default')
  return `
    const unused = () => { throw new Error('${name} was left out by build/chart-parts.ts') }
    export { ${names.map(key => `unused as ${key}`).join(', ')} }`
}

/** Leaves out what recharts brings and the chart does not use: 18 kB gzip of every build. */
export const chartParts: Plugin = {
  name: 'chart-parts',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: new RegExp(`^(${[...Object.keys(PARTS), ...UNUSED].join('|')})$`) },
    handler: id => PREFIX + id,
  },
  load: {
    filter: { id: new RegExp(`^${PREFIX}`) },
    handler: id => PARTS[id.slice(PREFIX.length)] ?? unused(id.slice(PREFIX.length)),
  },
}
