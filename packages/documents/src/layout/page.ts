/** Points per millimeter; PDF counts in points of 1/72 inch. */
export const mm = (millimeters: number): number => (millimeters * 72) / 25.4;

/** A business letter of form B (DIN 5008): where things stand on the sheet, in points from its upper left corner. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  left: mm(25),
  right: mm(190),
  /** Text area of the letterhead. */
  headTop: mm(14),
  /** The address window: return line, then up to six lines. */
  returnLine: mm(59.5),
  address: mm(66),
  /** Information block, beside the address. */
  infoLeft: mm(125),
  infoTop: mm(52),
  /** First baseline of the subject. */
  subject: mm(101),
  foldMarks: [mm(105), mm(210)],
  punchMark: mm(148.5),
  /** The body ends here on every page. */
  bodyBottom: mm(264),
  /** The body of a continuation page begins here. */
  continuedTop: mm(30),
  pageNumber: mm(269.5),
  footTop: mm(273),
} as const;

export const TEXT_WIDTH = PAGE.right - PAGE.left;
