import Link from 'next/link'
import { TableFrame } from '@/components/ui/table'
import type { countryCodesForOfficers } from '@/domain/labels/officer-queries'
import { categoryWords } from '@/domain/labels/release-words'
import { isoCategoryNames } from '@/domain/labels/words'

/** How many two-letter names each category holds today. */
export function Categories({
  found,
}: {
  found: NonNullable<Awaited<ReturnType<typeof countryCodesForOfficers>>>
}) {
  const counts = new Map(found.categories.map((row) => [row.category, row.count]))
  return (
    <TableFrame label="Categories">
      <table className="tbl">
        <caption className="sr-only">Two-letter names by category today</caption>
        <thead>
          <tr>
            <th scope="col">Category today</th>
            <th scope="col" className="n">
              Names
            </th>
          </tr>
        </thead>
        <tbody>
          {isoCategoryNames.map((category) => (
            <tr key={category}>
              <th scope="row">
                <Link href={`/admin/labels?category=${category}`} prefetch={false}>
                  {categoryWords[category]}
                </Link>
              </th>
              <td className="n">{counts.get(category) ?? 0}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Country-code domains in the root</th>
            <td className="n">{found.cctlds}</td>
          </tr>
        </tbody>
      </table>
    </TableFrame>
  )
}
