import type { Script } from '../sql/script.ts'

const TABLE = `DROP TABLE IF EXISTS payments;
CREATE TABLE payments (
  idempotency_key TEXT UNIQUE,
  amount          INTEGER,
  user_id         INTEGER
);`

const INSERT = `INSERT INTO payments (idempotency_key, amount, user_id)
VALUES ('uuid-101', 100, 50)`

const ACCOUNTS = `${TABLE}
DROP TABLE IF EXISTS accounts;
CREATE TABLE accounts (user_id INTEGER, balance INTEGER);
INSERT INTO accounts VALUES (50, 1000);`

const CHARGE = 'UPDATE accounts SET balance = balance - 100 WHERE user_id = 50'

/** What the chapter has one run. All but the first INSERT of each is what a retry does. */
export const SCRIPTS: readonly Script[] = [
  {
    id: 'twice',
    label: 'The INSERT, twice',
    text: `${TABLE}

${INSERT};

-- The retry: the same again
${INSERT};`,
  },
  {
    id: 'without',
    label: 'Without UNIQUE',
    text: `${TABLE.replace(' UNIQUE', '')}

${INSERT};

-- The retry: the same again
${INSERT};`,
  },
  {
    id: 'nothing',
    label: 'ON CONFLICT DO NOTHING',
    text: `${TABLE}

${INSERT}
ON CONFLICT DO NOTHING;

-- The retry: no error, and 0 rows
${INSERT}
ON CONFLICT DO NOTHING;`,
  },
  {
    id: 'two-transactions',
    label: 'Key and charge apart, and a crash',
    text: `${ACCOUNTS}

-- The key, in a transaction of its own
${INSERT};

-- Here the app crashes: it never comes to
-- ${CHARGE};

-- The retry is refused, so it is told "paid"
${INSERT};`,
  },
  {
    id: 'one-transaction',
    label: 'Key and charge in one, and a crash',
    text: `${ACCOUNTS}

BEGIN;
${INSERT};
-- Here the app crashes, and the database rolls back
ROLLBACK;

-- The retry finds no key, and charges
BEGIN;
${INSERT};
${CHARGE};
COMMIT;`,
  },
]

/** The text the chapter begins with. */
export const TWICE = SCRIPTS[0] as Script

export const CONSOLE_DATABASE = 'payments_console'
