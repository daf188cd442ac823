import type { ProofKind } from '@/db/schema/build-out'
import type { Looking } from './ask-dns'
import { checkDns, checkDnssec } from './check-name'
import { checkPage, checkTls } from './check-page'
import type { Finding } from './finding'

const looks: Record<Exclude<ProofKind, 'file'>, (target: string, looking: Looking) => Promise<Finding>> = {
  url: checkPage,
  dns: checkDns,
  dnssec: checkDnssec,
  tls: checkTls,
}

/** Looks at a piece of evidence over the network, outside any transaction. */
export function lookAt(kind: keyof typeof looks, target: string, looking: Looking = {}): Promise<Finding> {
  return looks[kind](target, looking)
}
