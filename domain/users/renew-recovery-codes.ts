import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Code } from './input'
import { secondFactorLetter } from './letters'
import { lockSelf } from './read-user'
import { replaceRecoveryCodes } from './recovery-codes'
import { spendTotpCode } from './totp'

/** Ten new recovery codes against a code of the app; the old ones end. Refuses `totp.not-started`, `totp.wrong-code`. */
export const renewRecoveryCodes = operation('user.renew-recovery-codes', {
  input: z.strictObject({ code: Code }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  check({ subject: user }) {
    if (!user.totpConfirmedAt) throw refuse('totp.not-started')
  },
  async run({ tx, at, input, subject: user }) {
    if (!(await spendTotpCode(tx, user, input.code.replace(/\s/g, ''), at)))
      throw refuse('totp.wrong-code', {}, { code: 'This code is not right, or was used before.' })
    return {
      result: { recoveryCodes: await replaceRecoveryCodes(tx, user.id, at) },
      audit: { object: user.pseudonym },
      letters: [secondFactorLetter(user, 'codes', at)],
    }
  },
})
