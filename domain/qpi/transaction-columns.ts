const YEARS = Array.from({ length: 10 }, (_, index) => index + 1)

/** The columns of ICANN’s per-registrar transactions report, in order (R15.3). The first names the registrar. */
export const transactionColumns: readonly string[] = [
  'registrar-name',
  'iana-id',
  'total-domains',
  'total-nameservers',
  ...YEARS.map((years) => `net-adds-${years}-yr`),
  ...YEARS.map((years) => `net-renews-${years}-yr`),
  'transfer-gaining-successful',
  'transfer-gaining-nacked',
  'transfer-losing-successful',
  'transfer-losing-nacked',
  'transfer-disputed-won',
  'transfer-disputed-lost',
  'transfer-disputed-nodecision',
  'deleted-domains-grace',
  'deleted-domains-nograce',
  'restored-domains',
  'restored-noreport',
  'agp-exemption-requests',
  'agp-exemptions-granted',
  'agp-exempted-domains',
  'attempted-adds',
]

/** Reports of an older form end with this column: 35, or 36 with the leading TLD. */
export const LAST_OF_OLDER_FORM = 'restored-noreport'
