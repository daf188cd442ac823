import Link from 'next/link'
import { Money } from '@/components/money/money'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SectionHead } from '@/components/ui/section-head'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { ControlRoom } from '@/domain/rounds/control-queries'
import { ShowOpening } from './show-opening'

/** Who bids, under which limit, and the request to strike one: its bids then count as if never made. */
export function BidderTable({
  bidders,
  running,
  byPhone,
}: {
  bidders: ControlRoom['bidders']
  running: boolean
  /** Bids are taken by telephone now. */
  byPhone: boolean
}) {
  if (bidders.length === 0) return null
  return (
    <section className="pt-12">
      <SectionHead title="Bidders" minor>
        <span className="small">Limits cover all lots of the round together.</span>
      </SectionHead>
      <TableFrame label="Bidders">
        <table className="tbl tight">
          <thead>
            <tr>
              <th>Paddle</th>
              <th>Organisation</th>
              <th className="n">Lots</th>
              <th className="n">Committed</th>
              <th className="n">Limit</th>
              <th className="ps-6">Standing</th>
            </tr>
          </thead>
          <tbody>
            {bidders.map((bidder) => (
              <tr key={bidder.id}>
                <td className="num">{bidder.paddle}</td>
                <td>{bidder.organisation}</td>
                <td className="n">{bidder.lots}</td>
                <td className="n">
                  {bidder.committedMinor === null ? 'private' : <Money minor={bidder.committedMinor} />}
                </td>
                <td className="n">
                  {bidder.limitMinor === null ? 'none' : <Money minor={bidder.limitMinor} />}
                </td>
                <td className="ps-6">
                  {bidder.struckAt ? (
                    <Mark tone="bad" icon="ban">
                      Struck
                    </Mark>
                  ) : (
                    <span className="row flex-nowrap">
                      {byPhone && (
                        <BidderAct act="phone" bidder={bidder}>
                          Bid
                        </BidderAct>
                      )}
                      {running && (
                        <BidderAct act="strike" bidder={bidder}>
                          Strike
                        </BidderAct>
                      )}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  )
}

function BidderAct({
  act,
  bidder,
  children,
}: {
  act: 'phone' | 'strike'
  bidder: ControlRoom['bidders'][number]
  children: string
}) {
  return (
    <Link
      href={`?act=${act}&bidder=${bidder.id}#act`}
      prefetch={false}
      className={buttonClass({ size: 's', variant: act === 'strike' ? 'danger' : 'default' })}
    >
      {act === 'phone' && <Icon name="phone" size="s" />}
      <span>
        {children}
        <span className="sr-only">
          {act === 'phone' ? ' by telephone for' : ''} paddle {bidder.paddle}
        </span>
      </span>
      <ShowOpening />
    </Link>
  )
}
