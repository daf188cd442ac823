import { freezeStatement } from '@/domain/statements/freeze-statement'
import { quarterOf } from '@/domain/statements/quarters'
import { recordFigures } from '@/domain/statements/record-figures'
import { recordServiceFee } from '@/domain/statements/record-service-fee'
import { byTwo, type World } from './world'

/** The last quarters that are over, two statements frozen, and what is public of the fees charged (R14.1, R14.2). */
export async function recordMoney({ clock, fiona, dana }: World): Promise<void> {
  const quarters = [9, 6, 3].map((months) => {
    const day = new Date(clock.now)
    day.setUTCMonth(day.getUTCMonth() - months, 1)
    return quarterOf(day.toISOString())
  })
  const invented = ['28412300.00,2841230', '28755190.00,2875519', '29101640.00,2910164']
  const csv = [
    'quarter,revenue,increments',
    ...quarters.map((quarter, index) => `${quarter},${invented[index]}`),
  ]
  const source = 'Quarterly report (invented for the demo)'
  await byTwo(recordFigures(fiona, { csv: csv.join('\n'), source }), dana)
  for (const quarter of quarters.slice(0, 2)) await byTwo(freezeStatement(fiona, { quarter }), dana)
  for (const [year, fee] of [
    ['2007', '6.15'],
    ['2008', '6.75'],
  ])
    await byTwo(recordServiceFee(fiona, { year, fee, source: 'Press reports of the time' }), dana)
}
