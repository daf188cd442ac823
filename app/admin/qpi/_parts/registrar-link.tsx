import Link from 'next/link'
import { registrarName } from '@/domain/qpi/registrar-name'

/** A registrar by name, leading to its quality. */
export function RegistrarLink({ ianaId, name }: { ianaId: number; name: string }) {
  return (
    <Link href={`/admin/qpi/registrars/${ianaId}`} prefetch={false}>
      {registrarName({ ianaId, name })}
    </Link>
  )
}
