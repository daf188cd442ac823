import { describe, expect, test } from 'vitest'
import { commonWords } from './common-words'
import { isCommonPassword, passwordProblem } from './rules'

const ann = { email: 'ann.carpenter@rivers.example', name: 'Ann Carpenter' }

describe('a password', () => {
  test.each([
    'correct horse battery staple',
    'nine blue kettles on the wall',
    'Wj4-kk0-9zq!-0rl',
    'große Füße tragen müde Käse',
    '密码是一个很长的句子在这里呢',
    '49!#7-82=+91kq',
    'the ferry leaves at 6:40 from pier 9',
    'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.',
  ])('%s will do', (password) => {
    expect(passwordProblem(password, ann)).toBeUndefined()
  })

  test.each([
    ['elevenchars', 'password.too-short'],
    [`${'a b c d e f g h '.repeat(9)}`, 'password.too-long'],
    ['PasswordPassword', 'password.common'],
    ['p4$$w0rd2024!!', 'password.common'],
    ['Welcome123456', 'password.common'],
    ['qwertyuiop123', 'password.common'],
    ['1qaz2wsx3edc', 'password.common'],
    ['123456789012', 'password.common'],
    ['abcabcabcabc', 'password.common'],
    ['aaaaaaaaaaaaaaaa', 'password.common'],
    ['ILoveYou-2026!', 'password.common'],
    ['summer.winter.2026', 'password.common'],
    ['987654321098', 'password.common'],
    ['1987-03-14 1987', 'password.common'],
    ['carpenter by the sea', 'password.context'],
    ['we swim in rivers daily', 'password.context'],
    ['public interest registry!', 'password.context'],
    ['my short names are fun', 'password.context'],
  ])('%s is refused: %s', (password, code) => {
    expect(passwordProblem(password, ann)).toBe(code)
  })

  test('of the usual kind is refused in every usual variant', () => {
    const padded = (word: string) =>
      ['1', '12', '123', '1234', '123456', '!', '2024', '2025', '2026', '99', '007', '2026!']
        .flatMap((tail) => [
          `${word}${tail}`,
          `${tail}${word}`,
          `${word[0]!.toUpperCase()}${word.slice(1)}${tail}`,
        ])
        .concat(word, word + word)
    const variants = [...commonWords].flatMap(padded).filter((variant) => variant.length >= 12)
    expect(variants.length).toBeGreaterThan(3000)
    expect(variants.filter((variant) => !isCommonPassword(variant))).toEqual([])
  })
})
