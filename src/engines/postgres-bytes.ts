/** The files Postgres is made of here, in bytes. Held by build/postgres-bytes.test.ts. */
export const POSTGRES_BYTES = {
  /** As they are counted on arrival. */
  unpacked: 15_627_540,
  /** As a server sends them that compresses with gzip. */
  packed: 5_552_987,
} as const
