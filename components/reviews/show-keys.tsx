'use client'

import { useEffect, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { areKeysOn, keys, switchKeys } from './press-keys'

/** The sheet of keys, and the switch that turns them off. */
export function ShowKeys() {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(areKeysOn()), [])
  return (
    <>
      <button type="button" className={`${buttonClass({ size: 's' })} keys-button`} popoverTarget="keys">
        <Icon name="keyboard" size="s" />
        Keys
      </button>
      <div id="keys" popover="auto" className="keys-sheet" role="dialog" aria-label="Keys">
        <h2>Keys</h2>
        <p className="small soft">They work while a criterion has the focus, not in a text.</p>
        <dl className="dl mt-3">
          {keys.flatMap(({ key, does }) => [
            <dt key={key}>
              <kbd>{key}</kbd>
            </dt>,
            <dd key={does}>{does}</dd>,
          ])}
        </dl>
        <label className="opt">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              setOn(event.target.checked)
              switchKeys(event.target.checked)
            }}
          />
          <span>Use these keys on this device</span>
        </label>
      </div>
    </>
  )
}
