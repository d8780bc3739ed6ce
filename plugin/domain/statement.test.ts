import {describe, expect, it} from 'vitest'
import {InvalidCommandError} from './errors.ts'
import {buildStatement, readStatementRecords} from './statement.ts'
import type {StatementRecords} from './statement.ts'

const at = (day: string) => `${day}T06:00:00.000Z`
const bill = (_id: string, day: string, dueDate: string, total: number) => ({
  _id,
  number: _id.toUpperCase(),
  day,
  dueDate,
  occurredAt: at(day),
  total,
})
const payment = (_id: string, day: string, amount: number, more: object = {}) => ({
  _id,
  day,
  at: at(day),
  method: 'cash' as const,
  amount,
  ...more,
})
const forBill = (_ref: string) => ({bill: {_ref}})

const records: StatementRecords = {
  bills: [
    bill('b1', '2026-01-10', '2026-01-20', 1000),
    bill('b2', '2026-02-05', '2026-03-05', 500),
    bill('b3', '2026-02-10', '2026-02-10', 300),
    bill('b4', '2026-02-20', '2026-02-20', 200),
  ],
  // 20:00 UTC on the 27th is the 28th in Kolkata
  voids: [{bill: 'b4', at: '2026-02-27T20:00:00.000Z', credited: 50}],
  creditNotes: [
    {
      _id: 'c1',
      number: 'CN-1',
      day: '2026-02-12',
      occurredAt: at('2026-02-12'),
      total: 300,
      bill: 'b3',
    },
    {
      _id: 'c2',
      number: 'CN-2',
      day: '2026-02-21',
      occurredAt: at('2026-02-21'),
      total: 50,
      bill: 'b4',
    },
  ],
  payments: [
    payment('p1', '2026-01-15', 400, forBill('b1')),
    payment('p2', '2026-02-11', 300, forBill('b3')),
    payment('p3', '2026-02-15', 250),
    payment('p4', '2026-02-16', 100, {...forBill('b2'), method: 'customerCredit'}),
    payment('p5', '2026-02-17', -60),
  ],
}
const february = {from: '2026-02-01', to: '2026-02-28', timeZone: 'Asia/Kolkata'}

describe('a statement', () => {
  const statement = buildStatement(records, february)

  it('opens with what was owed, runs through the period and closes with what is owed', () => {
    expect(statement.opening).toBe(600)
    expect(
      statement.lines.map(({kind, number, day, charge, settlement, balance}) => [
        day,
        kind,
        number,
        charge - settlement,
        balance,
      ]),
    ).toEqual([
      ['2026-02-05', 'bill', 'B2', 500, 1100],
      ['2026-02-10', 'bill', 'B3', 300, 1400],
      ['2026-02-11', 'payment', 'B3', -300, 1100],
      ['2026-02-12', 'creditNote', 'CN-1', -300, 800],
      ['2026-02-15', 'deposit', undefined, -250, 550],
      ['2026-02-17', 'withdrawal', undefined, 60, 610],
      ['2026-02-20', 'bill', 'B4', 200, 810],
      ['2026-02-21', 'creditNote', 'CN-2', -50, 760],
      ['2026-02-28', 'void', 'B4', -150, 610],
    ])
    expect(statement).toMatchObject({charges: 1060, settlements: 1050, closing: 610})
  })

  it('ages what is open by due date; what is paid twice and what is deposited is credit', () => {
    expect(statement.aging).toEqual({
      notDue: 400,
      days1to30: 0,
      days31to60: 600,
      days61to90: 0,
      over90: 0,
    })
    // b3 was paid and credited (300), and of the deposit 250 − 100 − 60 is left
    expect(statement.credit).toBe(390)
    expect(statement.openBills).toEqual([
      {bill: 'b1', number: 'B1', dueDate: '2026-01-20', daysOverdue: 39, open: 600},
      {bill: 'b2', number: 'B2', dueDate: '2026-03-05', daysOverdue: 0, open: 400},
    ])
  })

  it('of two periods in a row opens where the first one closed, and the past does not change', () => {
    const january = buildStatement(records, {...february, from: '2026-01-01', to: '2026-01-31'})
    expect(january.closing).toBe(statement.opening)
    expect(january.aging.days1to30).toBe(600)
    const before = buildStatement(records, {...february, to: '2026-02-27'})
    expect(before.aging.days1to30).toBe(150)
  })

  it('is refused when a paper is malformed: left out, the balance would be wrong', () => {
    expect(readStatementRecords(records)).toEqual(records)
    const broken = {...records, bills: [{...records.bills[0], total: '1000'}]}
    expect(() => readStatementRecords(broken)).toThrow(InvalidCommandError)
    expect(() => readStatementRecords(broken)).toThrow(/bills\.0\.total is malformed/)
  })
})
