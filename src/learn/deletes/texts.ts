import type { Script } from '../sql/script.ts'

const TABLE = `DROP TABLE IF EXISTS users;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, deleted_at TEXT);
INSERT INTO users (id, email) VALUES (1, 'ada@example.org');`

const OVERWRITE = 'UPDATE users SET deleted_at=NOW() WHERE id=1'
const LOOK = 'SELECT deleted_at FROM users;'

/** What the chapter has one run. */
export const SCRIPTS: readonly Script[] = [
  {
    id: 'soft',
    label: 'Soft delete, twice',
    text: `${TABLE}

${OVERWRITE};
${LOOK}

-- The retry
${OVERWRITE};
${LOOK}`,
  },
  {
    id: 'kept',
    label: 'Soft delete, the first time kept',
    text: `${TABLE}

${OVERWRITE} AND deleted_at IS NULL;
${LOOK}

-- The retry: 0 rows
${OVERWRITE} AND deleted_at IS NULL;
${LOOK}`,
  },
  {
    id: 'hard',
    label: 'Hard delete, twice',
    text: `${TABLE}

DELETE FROM users WHERE id=1;

-- The retry: 0 rows
DELETE FROM users WHERE id=1;`,
  },
  {
    id: 'partial',
    label: 'The partial unique index',
    text: `${TABLE}
CREATE UNIQUE INDEX users_email ON users (email);
${OVERWRITE};

-- The same person again: the deleted row is in the way
INSERT INTO users (id, email) VALUES (2, 'ada@example.org');

-- Only rows that are not deleted have to differ
DROP INDEX users_email;
CREATE UNIQUE INDEX users_email ON users (email)
  WHERE deleted_at IS NULL;
INSERT INTO users (id, email) VALUES (2, 'ada@example.org');`,
  },
]

/** The text the chapter begins with. */
export const SOFT_TWICE = SCRIPTS[0] as Script

export const CONSOLE_DATABASE = 'users_console'
