/** What a test has counted: a row of one of the tables that `npm run test:full` writes, its columns by their heads. */
export type Counted = { readonly table: string } & Readonly<Record<string, string | number>>

declare module 'vitest' {
  interface TaskMeta {
    counted?: Counted
  }
}
