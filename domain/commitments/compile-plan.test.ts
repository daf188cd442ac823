import { describe, expect, test } from 'vitest'
import { compilePlan, proofKindsOf } from './compile-plan'

const zone = 'America/New_York'
const milestones = [
  { milestone: 'Two hundred groups', due: '2027-09-30', proof: 'Public list' },
  { milestone: 'Site answers', due: '2027-01-31', proof: 'HTTP, DNSSEC, TLS' },
  { milestone: 'Campaign over', due: '2027-04-01', proof: 'Final report' },
]

describe('a plan’s milestones as commitments', () => {
  test('R12.1 come by date, end with their day in the zone, and weigh 10,000 together', () => {
    const promised = compilePlan({ launch: { milestones } }, zone)
    expect(promised.map(({ milestone, dueOn, weightBp }) => [milestone, dueOn, weightBp])).toEqual([
      ['Site answers', '2027-01-31', 3334],
      ['Campaign over', '2027-04-01', 3333],
      ['Two hundred groups', '2027-09-30', 3333],
    ])
    expect(promised[0]!.dueAt).toEqual(new Date('2027-02-01T05:00:00Z'))
    expect(promised[1]!.dueAt, 'in summer time').toEqual(new Date('2027-04-02T04:00:00Z'))
    expect(promised[2]!.proof).toBe('Public list')
  })

  test('a plan without a launch section promises nothing', () => expect(compilePlan({}, zone)).toEqual([]))

  test.each([
    ['HTTP, DNSSEC, TLS', ['dnssec', 'tls', 'url']],
    ['The name resolves', ['dns']],
    ['Invoice of the agency', ['file']],
    ['Public pages', ['url']],
    ['Public list', ['url']],
    ['You will see', ['url', 'file']],
  ])('%s is proven by %j', (proof, kinds) => expect(proofKindsOf(proof)).toEqual(kinds))
})
