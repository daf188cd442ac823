import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { writeOpenapi } from '@/domain/open-data/write-openapi'
import { endpoints as doors } from '@/e2e/fixtures/doors'

type Operation = { operationId: string; parameters: { name: string; in: string }[] }
const document = writeOpenapi('https://names.example.org') as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}
const paths = Object.keys(document.paths)
/** Parameters are named for their reader, routes for their folder: only their places count. */
const shape = (path: string) => path.replace(/[{[]\w+[}\]]/g, '*')

describe('the OpenAPI document', () => {
  it('R17.1 describes every public read under /api/v1, and nothing that is not there', () => {
    const open = Object.entries(doors)
      .filter(([name, { who }]) => name.startsWith('GET /api/v1/') && who === 'anyone')
      .map(([name]) => shape(name.slice('GET '.length)))
      .filter((path) => path !== '/api/v1/openapi.json')
    const described = paths.filter((path) => document.paths[path]!.get).map(shape)
    expect(described.sort()).toEqual(open.sort())
    expect(paths.filter((path) => document.paths[path]!.post).map(shape)).toEqual(['/api/v1/lots/*/bids'])
  })

  it('names every parameter of a path once, and every operation by its own name', () => {
    for (const path of paths)
      for (const operation of Object.values(document.paths[path]!)) {
        const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const given = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name)
        expect(given, path).toEqual(wanted)
      }
    const ids = paths.flatMap((path) =>
      Object.values(document.paths[path]!).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('getResultsByKeyBids')
  })

  it('holds schemas of JSON Schema 2020-12 that compile', () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv as never)
    const schemas = JSON.stringify(document).match(/"application\/json"/g)
    expect(schemas!.length).toBeGreaterThan(30)
    for (const path of paths) {
      const answer = document.paths[path]!.get as
        | { responses: Record<string, { content: Record<string, { schema: object } | undefined> }> }
        | undefined
      const json = answer?.responses['200']?.content['application/json']
      if (json) ajv.compile(json.schema)
    }
  })
})
