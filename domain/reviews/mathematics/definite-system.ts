/** Symmetric positive definite systems by Cholesky's method; matrices are rows of rows. */
export type Matrix = readonly (readonly number[])[]

/** The lower triangle L of matrix = L·Lᵀ. Throws when the matrix is not positive definite. */
export function factorise(matrix: Matrix): number[][] {
  const lower: number[][] = []
  for (const [i, row] of matrix.entries()) {
    const mine: number[] = []
    for (let j = 0; j <= i; j += 1) {
      const theirs = j === i ? mine : lower[j]!
      let rest = row[j]!
      for (let k = 0; k < j; k += 1) rest -= mine[k]! * theirs[k]!
      if (j === i && !(rest > 0)) throw new RangeError('The matrix is not positive definite.')
      mine.push(j === i ? Math.sqrt(rest) : rest / theirs[j]!)
    }
    lower.push(mine)
  }
  return lower
}

/** Solves L·Lᵀ·x = right. */
export function solve(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right]
  for (let i = 0; i < x.length; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lower[i]![k]! * x[k]!
    x[i]! /= lower[i]![i]!
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i]! -= lower[k]![i]! * x[k]!
    x[i]! /= lower[i]![i]!
  }
  return x
}

/** The inverse of L·Lᵀ. */
export function invert(lower: Matrix): number[][] {
  return lower.map((_, column) =>
    solve(
      lower,
      lower.map((__, row) => (row === column ? 1 : 0)),
    ),
  )
}
