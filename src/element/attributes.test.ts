import { expect, it } from 'vitest'
import { frameAddress } from './attributes.ts'

const HOME = 'https://simulator.example/app/'
const addressOf = (attributes: Record<string, string>) => frameAddress(HOME, Object.entries(attributes))

it('passes every parameter under its name, and is always embedded', () => {
  expect(addressOf({})).toBe(`${HOME}?embed=1`)
  expect(addressOf({ seed: '7', keys: 'off', hide: 'events,balance', embed: '0' })).toBe(
    `${HOME}?seed=7&keys=off&hide=events%2Cbalance&embed=1`,
  )
})

it('finds the capitals that HTML takes from attributes, and hyphens for them', () => {
  expect(addressOf({ responseloss: '1', 'request-loss': '0.5' })).toBe(
    `${HOME}?responseLoss=1&requestLoss=0.5&embed=1`,
  )
})

it('leaves out what is no parameter of the simulator', () => {
  const others = [
    'spellcheck',
    'popover',
    'hx-boost',
    'x-data',
    'wire:id',
    'ng-version',
    'key',
    'ref',
    'lang',
  ]
  expect(addressOf(Object.fromEntries(others.map(name => [name, 'x'])))).toBe(`${HOME}?embed=1`)
  const own = { class: 'a', id: 'b', style: 'c', title: 'd', 'data-x': 'e', 'aria-label': 'f', onclick: 'g' }
  expect(addressOf({ ...own, height: '500', src: 'x', hidden: '' })).toBe(`${HOME}?embed=1`)
})

it('goes to another page by its hash, and keeps what the address has already', () => {
  expect(addressOf({ page: 'twin', seed: '7' })).toBe(`${HOME}?seed=7&embed=1#/twin`)
  expect(addressOf({ page: 'learn/networks' })).toBe(`${HOME}?embed=1#/learn/networks`)
  expect(addressOf({ page: 'learn/../x' })).toBe(`${HOME}?embed=1`)
  expect(addressOf({ page: 'javascript:alert(1)' })).toBe(`${HOME}?embed=1`)
  const given = frameAddress(`${HOME}?seed=1&lang=en#/scenarios`, [['seed', '7']])
  expect(given).toBe(`${HOME}?seed=7&lang=en&embed=1#/scenarios`)
})
