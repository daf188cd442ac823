import { expect, test } from 'vitest'
import { describeError } from './describe-error'

test('an error is described with its place and its causes, and without the values of its statement', () => {
  const driver = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
    code: '23505',
    constraint_name: 'users_email',
    detail: 'Key (email)=(ada@rivers.example) already exists.',
    parameters: ['ada@rivers.example'],
    query: 'insert into users',
  })
  const wrapped = new Error('Failed query: insert into users\nparams: usr_1,ada@rivers.example', {
    cause: driver,
  })
  const described = describeError(wrapped)
  expect(described).toMatchObject({
    message: 'Failed query: insert into users',
    cause: { code: '23505', constraint: 'users_email' },
  })
  expect(described.stack).toContain('describe-error.test')
  expect(JSON.stringify(described)).not.toContain('ada@')
})

test('what is no error is named and not shown', () => {
  expect(describeError('ada@rivers.example')).toEqual({
    type: 'string',
    message: 'something that is no error was thrown',
  })
})
