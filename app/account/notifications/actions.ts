'use server'

import { chooseDelivery } from '@/domain/notifications/choose-delivery'
import { markRead } from '@/domain/notifications/mark-read'
import { formAction } from '@/lib/form-action'
import { readChoices } from './read-choices'

/** Marks one letter as read and goes where it leads. */
export const openLetter = formAction(markRead, {
  input: (form) => ({ mailId: String(form.get('mailId') ?? '') }),
  next: ({ path }) => path ?? '/account/notifications',
})

export const readOne = formAction(markRead, {
  input: (form) => ({ mailId: String(form.get('mailId') ?? '') }),
})

export const readAll = formAction(markRead, { input: () => ({}), done: 'All letters are marked as read.' })

export const saveChoices = formAction(chooseDelivery, { input: readChoices })
