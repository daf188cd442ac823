import { env } from '@/env'
import { deriveKey } from '@/lib/secrets'

/**
 * The secrets that the registry's system signs its reports with; several while one is being replaced. The demo world has
 * one of its own, for its stand-in registry.
 */
export function reportSecrets(): readonly string[] {
  if (env.REGISTRY_WEBHOOK_SECRETS.length > 0 || !env.DEMO) return env.REGISTRY_WEBHOOK_SECRETS
  return [`whsec_${deriveKey('stand-in-registry').toString('base64')}`]
}

/** Where names are looked up: the registry's RDAP service, in the demo world its stand-in's. */
export function rdapBase(): string {
  if (env.RDAP_BASE_URL) return env.RDAP_BASE_URL
  return env.DEMO
    ? `http://127.0.0.1:${env.PORT}/dev/registry/rdap/`
    : 'https://rdap.publicinterestregistry.org/rdap/'
}
