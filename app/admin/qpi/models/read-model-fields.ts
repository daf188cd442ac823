import { kpiIds } from '@/domain/qpi/kpi-words'

const figure = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))

/** What the editor of a model sends, `weight.renewal` and so on; a KPI of weight 0 is left out. */
export function readModelFields(text: (name: string) => string) {
  return {
    minimumDomains: figure(text('minimumDomains')),
    gate: { kpi: 'abuse', maxPer10k: figure(text('maxPer10k')) },
    kpis: kpiIds
      .map((id) => ({
        id,
        weightBp: Math.round(figure(text(`weight.${id}`)) * 100),
        floor: figure(text(`floor.${id}`)),
        target: figure(text(`target.${id}`)),
      }))
      .filter(({ weightBp }) => weightBp !== 0),
    feeds: text('feeds')
      .split(',')
      .map((feed) => feed.trim())
      .filter(Boolean),
    definitions: { renewal: text('renewal'), term: text('term'), noAbuse: text('noAbuse') },
  }
}
