/** @jsxRuntime classic */
import React from 'react';
import { Late } from './Late.js';
import type { CellProps } from './props.js';

export default function WaitingCell({ record }: CellProps): React.ReactElement | null {
  const { waiting, isLate } = record.params;
  return <Late waiting={String(waiting ?? '')} isLate={isLate === true || isLate === 'true'} />;
}
