import type { ReactNode } from 'react';
import { cx } from './cx';

const SIZES = {
  sm: { side: 40, box: 'size-10' },
  md: { side: 56, box: 'size-14' },
  lg: { side: 96, box: 'size-24' },
} as const;

interface AvatarProps {
  src: string;
  /** Left empty where the name stands beside it. */
  alt?: string;
  size?: keyof typeof SIZES;
  className?: string;
}

export function Avatar({ src, alt = '', size = 'md', className }: AvatarProps): ReactNode {
  const { side, box } = SIZES[size];
  return (
    <img
      src={src}
      alt={alt}
      width={side}
      height={side}
      loading="lazy"
      decoding="async"
      className={cx('shrink-0 rounded-full bg-sunken object-cover', className ?? box)}
    />
  );
}
