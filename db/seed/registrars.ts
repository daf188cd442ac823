import type { Database } from '@/db/client'
import { registrars } from '@/db/schema/applications'
import { demoRegistrar } from './demo-people'

/**
 * A few dozen of the registrars that IANA listed on 13 March 2026 (registrar ids, names, RDAP base URLs as published).
 * The whole list is imported with `npm run portal -- registrars import --file`.
 */
const accredited: readonly (readonly [ianaId: number, name: string, rdapUrl: string])[] = [
  [2, 'Network Solutions, LLC', 'https://rdap.networksolutions.com/rdap/'],
  [9, 'Register.com - Network Solutions, LLC', 'https://rdap.snapnames.com/rdap/'],
  [48, 'eNom, LLC', 'https://enom.rdap.tucows.com/'],
  [49, 'GMO Internet Group, Inc. d/b/a Onamae.com', 'https://rdap.gmo-onamae.com/rdap/v1/'],
  [52, 'Hostopia Canada Corp', 'https://rdap.names4ever.com/rdap/'],
  [69, 'Tucows Domains Inc.', 'https://opensrs.rdap.tucows.com/'],
  [76, 'Nominalia Internet S.L.', 'https://rdap-nominalia.info/'],
  [81, 'Gandi SAS', 'https://rdap.gandi.net/'],
  [83, 'IONOS SE', 'https://rdap.ionos.com/'],
  [85, 'EPAG Domainservices GmbH', 'https://rdap.ascio.com/'],
  [
    106,
    'Ascio Technologies, Inc. Danmark - Filial af Ascio technologies, Inc. USA',
    'https://rdap.ascio.com/',
  ],
  [113, 'CSL Computer Service Langenbach GmbH d/b/a joker.com', 'https://rdap.joker.com/'],
  [120, 'Xin Net Technology Corporation', 'https://rdap.xinnet.com/rdap/'],
  [131, 'Total Web Solutions Limited', 'https://rdap.totalregistrations.com/'],
  [146, 'GoDaddy.com, LLC', 'https://rdap.godaddy.com/v1/'],
  [151, 'InterNetX GmbH', 'https://rdap.registrar.internetx.com/'],
  [228, 'Moniker Online Services LLC', 'https://rdap.rrpproxy.net/'],
  [269, 'Key-Systems GmbH', 'https://rdap.rrpproxy.net/'],
  [291, 'DNC Holdings, Inc.', 'https://rdap.directnic.com/rdap/'],
  [292, 'MarkMonitor Inc.', 'https://rdap.markmonitor.com/rdap/'],
  [299, 'CSC Corporate Domains, Inc.', 'https://rdap.cscglobal.com/dbs/rdap-api/v1/'],
  [303, 'PDR Ltd. d/b/a PublicDomainRegistry.com', 'https://rdapserver.net/'],
  [320, 'TLDS L.L.C. d/b/a SRSPlus', 'https://rdap.srsplus.com/rdap/'],
  [420, 'Alibaba Cloud Computing (Beijing) Co., Ltd.', 'https://whois.aliyun.com/rdap/'],
  [433, 'OVH sas', 'https://rdap.ovh.com/'],
  [440, 'Wild West Domains, LLC', 'https://rdap.wildwestdomains.com/v1/'],
  [447, 'SafeNames Ltd.', 'https://rdap.safenames.legal/rdap/'],
  [460, 'Web Commerce Communications Limited dba WebNic.cc', 'https://rdap.webnic.cc/'],
  [463, 'Regional Network Information Center, JSC dba RU-CENTER', 'https://rdap.nic.ru/'],
  [468, 'Amazon Registrar, Inc.', 'https://rdap.registrar.amazon.com/rdap/'],
  [472, 'Dynadot Inc', 'https://rdap.dynadot.com/'],
  [601, 'French Connexion SARL dba Domaine.fr', 'https://secure.alliancenic.com/rdap/'],
  [609, 'Sav.com, LLC', 'https://rdap.virtualcloudmanager.com/rdap/'],
  [625, 'Name.com, Inc.', 'https://namerdap.systems/'],
  [819, 'Turkticaret.net Yazılım Hizmetleri Sanayi ve Ticaret A.Ş.', 'https://rdapserver.net/'],
  [828, 'Hetzner Online GmbH', 'https://rdap.your-server.de/'],
  [886, 'Domain.com - Network Solutions, LLC', 'https://rdap.snapnames.com/rdap/'],
  [895, 'Squarespace Domains II LLC', 'https://rdap.squarespace.domains/'],
  [1068, 'NameCheap, Inc.', 'https://rdap.namecheap.com/'],
  [1110, 'FBS Inc.', 'https://rdap.isimtescil.net/api/'],
  [1154, 'Bluehost Inc.', 'https://rdap.web.com/rdap/'],
  [1250, 'OwnRegistrar, Inc.', 'https://rdapbase.com/'],
  [1331, 'eName Technology Co., Ltd.', 'https://whois.ename.com/rdap/'],
  [1390, 'Mesh Digital Limited', 'https://rdap.meshdigital.com/v1/'],
  [1418, 'Danesco Trading Ltd.', 'https://rdap.danesconames.com/'],
  [1443, 'Vautron Rechenzentrum AG', 'https://rdap.tmag.de/rdapgtld/rdap/'],
  [1449, 'URL Solutions, Inc.', 'https://rdap.pananames.com/'],
  [1479, 'NameSilo, LLC', 'https://rdap.namesilo.com/'],
  [1505, 'Gransy, s.r.o.', 'https://rdap.regtons.com/'],
  [1515, '123-Reg Limited', 'https://rdap.123-reg.co.uk/v1/'],
  [1556, 'Chengdu West Dimension Digital Technology Co., Ltd.', 'https://rdap.west.cn/rdap/'],
  [1606, 'Registrar of Domain Names REG.RU LLC', 'https://rdap.reg.com/rdap/'],
  [1636, 'HOSTINGER operations, UAB', 'https://rdap.hostinger.com/'],
  [1647, 'Hosting Concepts B.V. d/b/a Registrar.eu', 'https://rdap.registrar.eu/v1/'],
  [1659, 'GoDaddy Online Services Cayman Islands Ltd.', 'https://rdap.uniregistrar.com/v1/'],
  [1861, 'Porkbun LLC', 'https://cart-before.porkbun.horse/rdap/'],
  [1910, 'Cloudflare, Inc.', 'https://rdap.cloudflare.com/rdap/v1/'],
  [1923, 'Gname.com Pte. Ltd.', 'https://rdap.gname.com/'],
  [2288, 'Metaregistrar BV', 'https://rdap.metaregistrar.com/'],
  [3817, 'Wix.com Ltd.', 'https://rdap.wix.com/'],
  [3951, 'Webempresa Europa, S.L.', 'https://wedominios.webempresa.eu/rdap/'],
]

/** Some that cannot sponsor (R4.2), so that a newcomer can see them refused. */
const others: readonly (readonly [ianaId: number, name: string, status: 'Terminated' | 'Reserved'])[] = [
  [239, '7DC, Inc.', 'Terminated'],
  [467, 'NHN JAPAN Corp.', 'Terminated'],
  [814, 'Internet.bs Corp.', 'Terminated'],
  [9994, 'Reserved for Registry Operator acting as Registrar where directed by ICANN', 'Reserved'],
  [9999, 'Reserved for non-billable transactions where Registry Operator acts as Registrar', 'Reserved'],
]

/** Inserts them and the fictional one of the demo, as of an instant. Contacts of real companies are not invented. */
export async function seedRegistrars(
  db: Database,
  at: Date,
  contacts: ReadonlyMap<number, string>,
): Promise<void> {
  await db.insert(registrars).values([
    ...accredited.map(([ianaId, name, rdapUrl]) => ({
      ianaId,
      name,
      status: 'Accredited' as const,
      rdapUrl,
      contactEmail: contacts.get(ianaId) ?? null,
      importedAt: at,
    })),
    {
      ...{ ...demoRegistrar, status: 'Accredited' as const, importedAt: at },
      contactEmail: contacts.get(demoRegistrar.ianaId) ?? null,
    },
    ...others.map(([ianaId, name, status]) => ({ ianaId, name, status, importedAt: at })),
  ])
}
