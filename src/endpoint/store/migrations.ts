/** The statements that bring a store one version further, as each database writes them. */
export interface Migration {
  sqlite: readonly string[]
  postgres: readonly string[]
}

/** Forward only: a release of Waymark adds to the end and changes nothing above. */
export const MIGRATIONS: readonly Migration[] = [
  {
    sqlite: [
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
    // Texts that queries order by are ordered by their bytes, as in SQLite, whatever language the database speaks.
    postgres: [
      `create table settings (name text primary key, value text not null)`,
      `create table catalogues (version text primary key, body text not null)`,
      `create table periods (
        id text collate "C" primary key,
        opens text collate "C" not null,
        closes text not null,
        epsilon double precision not null,
        keep text not null,
        floor integer not null,
        catalogue text not null references catalogues (version),
        grid text not null,
        grid_hash text not null,
        state text not null
      )`,
      `create unique index one_open_period on periods (state) where state = 'open'`,
      // A partition for each period, made as it opens and dropped as it ends: without one a summary has no place to
      // be, so there is no reference to periods, which would write to the period's row for every summary.
      `create table summaries (
        period text collate "C" not null,
        slot text collate "C" not null,
        sequence bigint not null,
        public_key text not null,
        signature text not null,
        body text not null,
        primary key (period, slot)
      ) partition by list (period)`,
      // Signed and sealed text does not get smaller.
      `alter table summaries alter column body set storage external`,
      `create table releases (
        period text collate "C" primary key references periods (id),
        day text collate "C" not null,
        epsilon double precision not null,
        published integer not null,
        body text not null
      )`,
    ],
  },
  alike([
    `alter table periods add column told integer not null default 0`,
    // The day that replies were last counted for anyone to see; before any day there is, so counted at the next ask.
    `alter table periods add column told_on text not null default ''`,
  ]),
  // None for periods opened before summaries were sealed: they close without a key.
  alike([`alter table periods add column recipient text`]),
  {
    sqlite: [
      `create table sessions (
        hash text primary key,
        subject text not null,
        roles text not null,
        ends text not null,
        lapses text not null
      ) without rowid`,
    ],
    postgres: [
      `create table sessions (
        hash text collate "C" primary key,
        subject text not null,
        roles text not null,
        ends text collate "C" not null,
        lapses text collate "C" not null
      )`,
    ],
  },
]

function alike(statements: readonly string[]): Migration {
  return { sqlite: statements, postgres: statements }
}

/** Throws where a store has had more migrations than this version knows. */
export function refuseNewer(version: number): void {
  if (version <= MIGRATIONS.length) return
  throw new Error(
    'This data was written by a newer Waymark; start that version, or use another DATA_DIR or DATABASE_URL',
  )
}
