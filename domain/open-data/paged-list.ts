import { database, type Reader } from '@/db/client'

export type Cell = string | number | bigint | boolean | Date | null | undefined

/** What narrows a list, as its address says: `?round=1-2&label=q7`. */
export type Narrowing = { round?: string; label?: string }

/**
 * A list that may grow without end, read a page at a time in one order, so that it never stands in memory whole.
 * `stamp` changes whenever the list does: what the ETag of a stream is made of. A list that changes with every bid has none.
 */
export type PagedList<Row> = {
  name: string
  columns: readonly string[]
  cells(row: Row): readonly Cell[]
  page(db: Reader, after: string, limit: number, by: Narrowing): Promise<{ row: Row; cursor: string }[]>
  stamp?(db: Reader): Promise<{ rows: number; latest: Date | null }>
}

type Page = { after: string; limit: number; by: Narrowing }

/** A page of a list: at most so many rows after a cursor, or from the beginning where it is empty. */
export function readPage<Row>(list: PagedList<Row>, { after, limit, by }: Page, db: Reader = database()) {
  return list.page(db, after, limit, by)
}

/** What a list’s ETag is made of; undefined for one that changes with every bid. */
export async function readStamp(list: PagedList<unknown>, db: Reader = database()) {
  return list.stamp?.(db)
}

/** Rows with their own ids as cursors. */
export function byId<Row extends { id: string }>(rows: readonly Row[]): { row: Row; cursor: string }[] {
  return rows.map((row) => ({ row, cursor: row.id }))
}
