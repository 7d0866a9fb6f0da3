import type { ReactElement, ReactNode, SVGProps } from 'react';
import { cx } from './cx';

type IconProps = SVGProps<SVGSVGElement>;
export type Icon = (props: IconProps) => ReactElement;

/** Decorative by default: the control that holds an icon carries the name. */
function icon(shape: ReactNode, options: { flips?: boolean } = {}): Icon {
  return function DrawnIcon({ className, ...rest }) {
    return (
      <svg
        viewBox="0 0 24 24"
        width="1.25em"
        height="1.25em"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={cx('shrink-0', options.flips && 'flip-in-rtl', className)}
        {...rest}
      >
        {shape}
      </svg>
    );
  };
}

export const SearchIcon = icon(<path d="M20 20l-4.2-4.2M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z" />);
export const MenuIcon = icon(<path d="M4 7h16M4 12h16M4 17h16" />);
export const CloseIcon = icon(<path d="M6 6l12 12M18 6L6 18" />);
export const CheckIcon = icon(<path d="M5 12.5l4.5 4.5L19 7.5" />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const TrashIcon = icon(<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10.5 11v5M13.5 11v5" />);
export const ForwardIcon = icon(<path d="M9 5l7 7-7 7" />, { flips: true });
export const BackIcon = icon(<path d="M15 5l-7 7 7 7" />, { flips: true });
export const DownIcon = icon(<path d="M6 9l6 6 6-6" />);
export const StarIcon = icon(
  <path
    d="M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7L12 16.8l-5.1 2.7 1-5.7-4.1-4 5.7-.8z"
    fill="currentColor"
  />,
);
export const StarOutlineIcon = icon(
  <path d="M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7L12 16.8l-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />,
);
export const ClockIcon = icon(
  <path d="M12 7v5l3 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0z" />,
);
export const CalendarIcon = icon(
  <path d="M5 6.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7.5a1 1 0 0 1 1-1zM4 11h16M8 4v4M16 4v4" />,
);
export const ShieldIcon = icon(
  <path d="M12 3.5l7 2.6v5.4c0 4.2-2.9 7.3-7 9-4.1-1.7-7-4.8-7-9V6.1zM9 12l2.2 2.2L15.2 10" />,
);
export const GlobeIcon = icon(
  <path d="M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM3.8 12h16.4M12 3.5c2.4 2.3 3.6 5.1 3.6 8.5s-1.2 6.2-3.6 8.5c-2.4-2.3-3.6-5.1-3.6-8.5S9.600 5.800 12 3.500z" />,
);
export const SunIcon = icon(
  <path d="M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1.100 1.100M17.300 17.300l1.100 1.100M5.600 18.400l1.100-1.100M17.300 6.700l1.100-1.100" />,
);
export const PersonIcon = icon(
  <path d="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.500 20c.8-3.600 3.700-5.500 7.500-5.500s6.700 1.900 7.500 5.500" />,
);
export const MicIcon = icon(
  <path d="M12 3.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3" />,
);
export const MicOffIcon = icon(
  <path d="M15 9.500v-3a3 3 0 0 0-5.800-1M9 9v2.500a3 3 0 0 0 4.500 2.600M5.500 11.500a6.500 6.500 0 0 0 10.500 5M18.500 11.500c0 .8-.1 1.500-.4 2.200M12 18v3M4 3.500l16 17" />,
);
export const CameraIcon = icon(
  <path d="M4.500 6.500h9A1.500 1.500 0 0 1 15 8v8a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 3 16V8a1.500 1.500 0 0 1 1.500-1.500zM15 10.500l6-3v9l-6-3" />,
);
export const CameraOffIcon = icon(
  <path d="M8 6.500h5.500A1.500 1.500 0 0 1 15 8v5M15 10.500l6-3v9l-3.500-1.800M15 17a1.500 1.500 0 0 1-1.500.5h-9A1.500 1.500 0 0 1 3 16V8a1.500 1.500 0 0 1 .9-1.400M4 3.500l16 17" />,
);
export const SpeakerIcon = icon(
  <path d="M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.500 7.500 0 0 1 0 11" />,
);
export const HangUpIcon = icon(
  <path d="M3.500 14.500c-.7-4 3.500-6.500 8.500-6.500s9.200 2.500 8.500 6.500c-.1.700-.7 1.100-1.400 1l-2.700-.5c-.6-.1-1-.6-1-1.200v-1.600c-2.200-.7-4.600-.7-6.800 0v1.600c0 .6-.4 1.100-1 1.200l-2.700.5c-.7.1-1.300-.3-1.400-1z" />,
);
export const ChatIcon = icon(
  <path d="M5 5h14a1 1 0 0 1 1 1v9.500a1 1 0 0 1-1 1h-7.500L7 20v-3.500H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8.500 9.500h7M8.500 12.500h4.500" />,
);
export const SendIcon = icon(<path d="M4.500 12h9M4.500 5l15.500 7-15.500 7 2.500-7z" />, {
  flips: true,
});
export const ClipIcon = icon(
  <path d="M19 11.500l-7.500 7.500a4.500 4.500 0 0 1-6.400-6.400l8-8a3 3 0 0 1 4.300 4.300l-8 8a1.500 1.500 0 0 1-2.100-2.100l7-7" />,
);
export const PhotoIcon = icon(
  <path d="M5 5h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 16l4.500-4.500 4 4 2.500-2.500 5 5M15.500 9.200h.01" />,
);
export const WalletIcon = icon(
  <path d="M4 7.500V18a1.500 1.500 0 0 0 1.500 1.500h13A1.500 1.500 0 0 0 20 18v-9a1.500 1.500 0 0 0-1.500-1.500zM4 7.500A1.500 1.500 0 0 1 5.500 6H17v1.500M16 13.500h.01" />,
);
export const DocumentIcon = icon(
  <path d="M7 3.500h7l4 4V19.500a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM14 3.500v4h4M9 12h6M9 15.500h6" />,
);
export const InfoIcon = icon(
  <path d="M20.500 12a8.500 8.500 0 1 1-17 0 8.500 8.500 0 0 1 17 0zM12 11v5M12 8h.01" />,
);
export const WarningIcon = icon(<path d="M12 4l9 15.500H3zM12 10v4.500M12 17h.01" />);
export const BellIcon = icon(
  <path d="M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5zM10 20.500h4" />,
);
export const SignalIcon = icon(<path d="M5 19v-3M10 19v-6.500M15 19v-10M20 19V5" />);
export const ExpandIcon = icon(<path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5" />);
export const ListIcon = icon(
  <path d="M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01" />,
);
export const ChartIcon = icon(<path d="M4 20h16M7 20v-6M12 20V6M17 20v-9" />);
export const SettingsIcon = icon(<path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4" />);
export const UndoIcon = icon(<path d="M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3" />);
export const DownloadIcon = icon(<path d="M12 4v11M7.5 11l4.5 4.500L16.5 11M5 19.500h14" />);
export const RecordIcon = icon(
  <>
    <circle cx="12" cy="12" r="8" />
    <circle cx="12" cy="12" r="3.5" fill="currentColor" />
  </>,
);
export const PlayIcon = icon(<path d="M8 5l11 7-11 7z" />);
export const SpeakerOffIcon = icon(
  <path d="M4 9.500v5h3.500L12 19V5L7.500 9.500zM16 9.500l5 5M21 9.500l-5 5" />,
);
export const DrawIcon = icon(<path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3" />);
export const PauseIcon = icon(<path d="M9 5v14M15 5v14" />);
export const InsetIcon = icon(<path d="M4 5h16v14H4zM12.5 12H20v7h-7.500z" />);
export const ScreenIcon = icon(<path d="M4 5h16v11H4zM9 20h6M12 16v4" />);
export const TurnIcon = icon(
  <path d="M4 12a8 8 0 0 1 13.7-5.600L20 8.500M20 4v4.500h-4.500M20 12a8 8 0 0 1-13.7 5.600L4 15.500M4 20v-4.500h4.5" />,
);
export const BlockIcon = icon(
  <path d="M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM6 6l12 12" />,
);
