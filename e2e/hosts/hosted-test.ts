import { type Host, startHost } from '../host-server.ts'
import { test as base } from '../test.ts'

/** Tests with another site's pages around the simulator, which is served at `home`. */
export const test = base
  .extend<object, { host: Host }>({
    host: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
      async ({}, use) => {
        const host = await startHost()
        await use(host)
        await host.close()
      },
      { scope: 'worker' },
    ],
  })
  .extend<{ home: string }>({
    home: async ({ baseURL }, use) => use(baseURL ?? ''),
    allowedOrigins: async ({ host }, use) =>
      use([host.origin, host.origin.replace('localhost', '127.0.0.1')]),
  })
