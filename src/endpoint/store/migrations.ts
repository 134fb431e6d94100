import type Database from 'libsql'

/** Forward only: a release of Waymark adds to the end and changes nothing above. */
const MIGRATIONS: readonly string[][] = [
  [
    `create table settings (name text primary key, value text not null)`,
    `create table catalogues (version text primary key, body text not null)`,
    `create table periods (
      id text primary key,
      opens text not null,
      closes text not null,
      epsilon real not null,
      keep text not null,
      floor integer not null,
      catalogue text not null references catalogues (version),
      grid text not null,
      grid_hash text not null,
      state text not null
    )`,
    `create unique index one_open_period on periods (state) where state = 'open'`,
    // Without a row id nothing says in which order summaries came.
    `create table summaries (
      period text not null references periods (id),
      slot text not null,
      sequence integer not null,
      public_key text not null,
      signature text not null,
      body text not null,
      primary key (period, slot)
    ) without rowid`,
    `create table releases (
      period text primary key references periods (id),
      day text not null,
      epsilon real not null,
      published integer not null,
      body text not null
    )`,
  ],
  [
    `alter table periods add column told integer not null default 0`,
    // The day that replies were last counted for anyone to see; before any day there is, so counted at the next ask.
    `alter table periods add column told_on text not null default ''`,
  ],
]

/** Brings a store up to this version, each step whole or not at all. Throws on a store written by a later version. */
export function migrate(database: Database.Database): void {
  const [row] = database.prepare('pragma user_version').all() as { user_version: number }[]
  const version = row?.user_version ?? 0
  if (version > MIGRATIONS.length) {
    throw new Error('This data was written by a newer Waymark; start that version, or use another DATA_DIR')
  }
  MIGRATIONS.slice(version).forEach((statements, index) => {
    step(database, [...statements, `pragma user_version = ${version + index + 1}`])
  })
}

function step(database: Database.Database, statements: readonly string[]): void {
  try {
    for (const statement of ['begin', ...statements, 'commit']) database.exec(statement)
  } catch (error) {
    // On a full disk SQLite has done so itself, and doing it again would hide the reason.
    if (database.inTransaction) database.exec('rollback')
    throw error
  }
}
