import { hexToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

/** Bytes written in hex, of either case. */
export const Hex = z
  .string()
  .regex(/^([0-9a-fA-F]{2})*$/, 'Write bytes in hex, two digits each.')
  .transform(hexToBytes)

/** A SHA-256 hash, or a seed: 32 bytes in hex. */
export const Hex32 = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'Write 32 bytes in hex: 64 digits.')
  .transform(hexToBytes)
