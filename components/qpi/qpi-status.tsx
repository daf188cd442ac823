import { Mark } from '@/components/ui/status'
import { statusWords } from '@/domain/qpi/kpi-words'

const looks = {
  pass: { tone: 'good', icon: 'circle-check' },
  'fail-abuse': { tone: 'bad', icon: 'circle-x' },
  'insufficient-data': { tone: 'warn', icon: 'triangle-alert' },
  'not-ranked': { tone: 'quiet', icon: 'circle' },
} as const

/** Where a registrar stands in the index: colour, sign and word. */
export function QpiStatus({ status }: { status: keyof typeof statusWords }) {
  const { tone, icon } = looks[status]
  return (
    <Mark tone={tone} icon={icon}>
      {statusWords[status]}
    </Mark>
  )
}
