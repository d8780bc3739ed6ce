import {useState} from 'react'
import type {PaperSize} from '../../domain/documents.ts'
import {useShopSettings} from '../../realtime/index.ts'

const STORED = 'sanity-plugin-shop.paper'

const isPaperSize = (text: string | null): text is PaperSize => text === 'a4' || text === 'roll'

/** What this device prints receipts on: its own last choice, else what the settings say, else the roll. */
export function usePaperSize(): readonly [PaperSize, (size: PaperSize) => void] {
  const {papers} = useShopSettings()
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORED))
  const size = isPaperSize(chosen) ? chosen : (papers.size ?? 'roll')
  return [
    size,
    (next) => {
      localStorage.setItem(STORED, next)
      setChosen(next)
    },
  ]
}
