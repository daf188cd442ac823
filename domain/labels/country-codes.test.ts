import { describe, expect, test } from 'vitest'
import { cctldRows, codeLists, isoCategoryRows } from './country-codes'

/**
 * Every letter-letter code with its category, written out once more as published: the rows must repeat it
 * exactly.
 */
const published = {
  'officially-assigned': `
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`,
  'exceptionally-reserved': `
    AC CP CQ DG EA EU EZ FX IC SU TA UK UN`,
  'transitionally-reserved': `
    AN BU CS NT TP YU ZR`,
  'indeterminately-reserved': `
    AP BX DY EF EM EP EV EW FL GC IB JA LF OA PI RA RB RC RH RI RL RM RN RP SF WG WL WO WV YV`,
  'formerly-assigned': `
    CT DD FQ HV JT MI NH NQ PC PU PZ VD WK YD`,
  'user-assigned': `
    AA QM QN QO QP QQ QR QS QT QU QV QW QX QY QZ XA XB XC XD XE XF XG XH XI XJ XK XL XM XN XO XP XQ XR
    XS XT XU XV XW XX XY XZ ZZ`,
  unassigned: `
    AB AH AJ AK AV AY BC BK BP CB CE CJ DA DB DC DF DH DI DL DN DP DQ DR DS DT DU DV DW DX EB ED EI EJ
    EK EL EN EO EQ EX EY FA FB FC FD FE FF FG FH FN FP FS FT FU FV FW FY FZ GJ GK GO GV GX GZ HA HB HC
    HD HE HF HG HH HI HJ HL HO HP HQ HS HW HX HY HZ IA IF IG IH II IJ IK IP IU IV IW IX IY IZ JB JC JD
    JF JG JH JI JJ JK JL JN JQ JR JS JU JV JW JX JY JZ KA KB KC KD KF KJ KK KL KO KQ KS KT KU KV KX LD
    LE LG LH LJ LL LM LN LO LP LQ LW LX LZ MB MJ NB ND NJ NK NM NN NS NV NW NX NY OB OC OD OE OF OG OH
    OI OJ OK OL ON OO OP OQ OR OS OT OU OV OW OX OY OZ PB PD PJ PO PP PQ PV PX QB QC QD QE QF QG QH QI
    QJ QK QL RD RF RG RJ RK RQ RR RT RV RX RY RZ SP SQ SW TB TE TI TQ TS TU TX TY UB UC UD UE UF UH UI
    UJ UL UO UP UQ UR UT UU UV UW UX VB VF VH VJ VK VL VM VO VP VQ VR VS VT VV VW VX VY VZ WA WB WC WD
    WE WH WI WJ WM WN WP WQ WR WT WU WW WX WY WZ YA YB YC YF YG YH YI YJ YK YL YM YN YO YP YQ YR YS YW
    YX YY YZ ZB ZC ZD ZE ZF ZG ZH ZI ZJ ZK ZL ZN ZO ZP ZQ ZS ZT ZU ZV ZX ZY`,
}

describe('the categories of the 676 codes', () => {
  test.each(Object.entries(published))('%s: exactly the published list', (category, list) => {
    const codes = isoCategoryRows.filter((row) => row.category === category).map((row) => row.code)
    expect(codes).toEqual(list.trim().toLowerCase().split(/\s+/))
  })

  test('each code has one row', () => {
    expect(new Set(isoCategoryRows.map((row) => row.code)).size).toBe(676)
    expect(isoCategoryRows).toHaveLength(676)
  })

  test('a row names its list and the first day it is evidence for', () => {
    expect(isoCategoryRows.find((row) => row.code === 'ch')).toEqual({
      code: 'ch',
      category: 'officially-assigned',
      name: 'Switzerland',
      validFrom: '2025-11-03',
      validTo: null,
      listId: 'iso-3166-4.4.0',
    })
    expect(isoCategoryRows.find((row) => row.code === 'xk')?.listId).toBe('iso-3166-1-8.1.3')
    expect(isoCategoryRows.find((row) => row.code === 'ab')?.listId).toBe('remainder')
    for (const row of [...isoCategoryRows, ...cctldRows]) {
      expect(row.validFrom).toBe(codeLists.find((list) => list.id === row.listId)?.asOf)
    }
  })
})

describe('country-code domains in the root', () => {
  const codes = new Set(cctldRows.map((row) => row.code))

  test('are the 249 less five that are not delegated, plus four beside them', () => {
    expect(codes.size).toBe(248)
    for (const code of ['bl', 'bq', 'eh', 'mf', 'um']) expect(codes).not.toContain(code)
    for (const code of ['ac', 'eu', 'su', 'uk']) expect(codes).toContain(code)
  })
})
